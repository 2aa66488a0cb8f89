package org.himaya

import kotlin.enums.EnumEntries
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.TestFactory
import org.himaya.internal.ffi.Action as FfiAction
import org.himaya.internal.ffi.AgeBand as FfiAgeBand
import org.himaya.internal.ffi.Behavior as FfiBehavior
import org.himaya.internal.ffi.Category as FfiCategory
import org.himaya.internal.ffi.Cue as FfiCue
import org.himaya.internal.ffi.FrameOutcome as FfiFrameOutcome
import org.himaya.internal.ffi.InputType as FfiInputType
import org.himaya.internal.ffi.Origin as FfiOrigin
import org.himaya.internal.ffi.Relation as FfiRelation
import org.himaya.internal.ffi.Role as FfiRole
import org.himaya.internal.ffi.Stage as FfiStage
import org.himaya.internal.ffi.Status as FfiStatus
import org.himaya.internal.ffi.StatusReason as FfiStatusReason

/** The package's enums are the library's, in its order. */
class VocabularyTest {
    @TestFactory
    fun `every entry has its place in the library`(): List<DynamicTest> = listOf(
        same(Action.entries, FfiAction.entries),
        same(AgeBand.entries, FfiAgeBand.entries),
        same(Behavior.entries, FfiBehavior.entries),
        same(Category.entries, FfiCategory.entries),
        same(Cue.entries, FfiCue.entries),
        same(FrameOutcome.entries, FfiFrameOutcome.entries),
        same(InputType.entries, FfiInputType.entries),
        same(Origin.entries, FfiOrigin.entries),
        same(Relation.entries, FfiRelation.entries),
        same(Role.entries, FfiRole.entries),
        same(Stage.entries, FfiStage.entries),
        same(Status.entries, FfiStatus.entries),
        same(StatusReason.entries, FfiStatusReason.entries),
    )

    private fun <A : Enum<A>, B : Enum<B>> same(own: EnumEntries<A>, library: EnumEntries<B>) =
        dynamicTest(own.first().javaClass.simpleName) {
            assertEquals(library.map { plain(it.name) }, own.map { plain(it.name) })
        }

    /** UniFFI writes `FROM0_TO5`. */
    private fun plain(name: String) = name.replace("_", "")
}
