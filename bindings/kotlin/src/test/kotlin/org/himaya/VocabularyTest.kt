package org.himaya

import kotlin.enums.EnumEntries
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.TestFactory
import org.himaya.internal.ffi.Action as FfiAction
import org.himaya.internal.ffi.AgeBand as FfiAgeBand
import org.himaya.internal.ffi.Annotation as FfiAnnotation
import org.himaya.internal.ffi.Behavior as FfiBehavior
import org.himaya.internal.ffi.Category as FfiCategory
import org.himaya.internal.ffi.ContestReason as FfiContestReason
import org.himaya.internal.ffi.Cue as FfiCue
import org.himaya.internal.ffi.FrameOutcome as FfiFrameOutcome
import org.himaya.internal.ffi.Frequency as FfiFrequency
import org.himaya.internal.ffi.Gender as FfiGender
import org.himaya.internal.ffi.HelpAges as FfiHelpAges
import org.himaya.internal.ffi.HelpAudience as FfiHelpAudience
import org.himaya.internal.ffi.IndustryClassification as FfiIndustryClassification
import org.himaya.internal.ffi.InputType as FfiInputType
import org.himaya.internal.ffi.InterventionLevel as FfiInterventionLevel
import org.himaya.internal.ffi.LockedBy as FfiLockedBy
import org.himaya.internal.ffi.MappingRelation as FfiMappingRelation
import org.himaya.internal.ffi.OnFailure as FfiOnFailure
import org.himaya.internal.ffi.Origin as FfiOrigin
import org.himaya.internal.ffi.PersonRole as FfiPersonRole
import org.himaya.internal.ffi.PolicyConcernKind as FfiPolicyConcernKind
import org.himaya.internal.ffi.Reader as FfiReader
import org.himaya.internal.ffi.ReasonKind as FfiReasonKind
import org.himaya.internal.ffi.Relation as FfiRelation
import org.himaya.internal.ffi.RiskClass as FfiRiskClass
import org.himaya.internal.ffi.Role as FfiRole
import org.himaya.internal.ffi.Shift as FfiShift
import org.himaya.internal.ffi.Stage as FfiStage
import org.himaya.internal.ffi.Status as FfiStatus
import org.himaya.internal.ffi.StatusReason as FfiStatusReason
import org.himaya.internal.ffi.Trend as FfiTrend
import org.himaya.internal.ffi.Urgency as FfiUrgency

/** The package's enums are the library's, in its order. */
class VocabularyTest {
    @TestFactory
    fun `every entry has its place in the library`(): List<DynamicTest> = listOf(
        same(Action.entries, FfiAction.entries),
        same(AgeBand.entries, FfiAgeBand.entries),
        same(Annotation.entries, FfiAnnotation.entries),
        same(Behavior.entries, FfiBehavior.entries),
        same(Category.entries, FfiCategory.entries),
        same(ContestReason.entries, FfiContestReason.entries),
        same(Cue.entries, FfiCue.entries),
        same(FrameOutcome.entries, FfiFrameOutcome.entries),
        same(Frequency.entries, FfiFrequency.entries),
        same(Gender.entries, FfiGender.entries),
        same(HelpAges.entries, FfiHelpAges.entries),
        same(HelpAudience.entries, FfiHelpAudience.entries),
        same(IndustryClassification.entries, FfiIndustryClassification.entries),
        same(InputType.entries, FfiInputType.entries),
        same(InterventionLevel.entries, FfiInterventionLevel.entries),
        same(LockedBy.entries, FfiLockedBy.entries),
        same(MappingRelation.entries, FfiMappingRelation.entries),
        same(OnFailure.entries, FfiOnFailure.entries),
        same(Origin.entries, FfiOrigin.entries),
        same(PersonRole.entries, FfiPersonRole.entries),
        same(PolicyConcernKind.entries, FfiPolicyConcernKind.entries),
        same(Reader.entries, FfiReader.entries),
        same(ReasonKind.entries, FfiReasonKind.entries),
        same(Relation.entries, FfiRelation.entries),
        same(RiskClass.entries, FfiRiskClass.entries),
        same(Role.entries, FfiRole.entries),
        same(Shift.entries, FfiShift.entries),
        same(Stage.entries, FfiStage.entries),
        same(Status.entries, FfiStatus.entries),
        same(StatusReason.entries, FfiStatusReason.entries),
        same(Trend.entries, FfiTrend.entries),
        same(Urgency.entries, FfiUrgency.entries),
    )

    private fun <A : Enum<A>, B : Enum<B>> same(own: EnumEntries<A>, library: EnumEntries<B>) =
        dynamicTest(own.first().javaClass.simpleName) {
            assertEquals(library.map { plain(it.name) }, own.map { plain(it.name) })
        }

    /** UniFFI writes `FROM0_TO5`. */
    private fun plain(name: String) = name.replace("_", "")
}
