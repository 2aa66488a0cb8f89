package org.himaya.internal

import org.himaya.*
import kotlin.enums.enumEntries
import org.himaya.internal.ffi.Addressee as FfiAddressee
import org.himaya.internal.ffi.Assessment as FfiAssessment
import org.himaya.internal.ffi.Contested as FfiContested
import org.himaya.internal.ffi.ContestRules as FfiContestRules
import org.himaya.internal.ffi.DelayHours as FfiDelayHours
import org.himaya.internal.ffi.DigestItem as FfiDigestItem
import org.himaya.internal.ffi.HelpService as FfiHelpService
import org.himaya.internal.ffi.Include as FfiInclude
import org.himaya.internal.ffi.Leniency as FfiLeniency
import org.himaya.internal.ffi.Meaning as FfiMeaning
import org.himaya.internal.ffi.Notice as FfiNotice
import org.himaya.internal.ffi.PolicyConcern as FfiPolicyConcern
import org.himaya.internal.ffi.PolicyDiff as FfiPolicyDiff
import org.himaya.internal.ffi.PolicyRow as FfiPolicyRow
import org.himaya.internal.ffi.Reach as FfiReach
import org.himaya.internal.ffi.ReasonMeaning as FfiReasonMeaning
import org.himaya.internal.ffi.RecentAssessment as FfiRecentAssessment
import org.himaya.internal.ffi.Recorded as FfiRecorded
import org.himaya.internal.ffi.ReportRequest as FfiReportRequest
import org.himaya.internal.ffi.RuleMeaning as FfiRuleMeaning
import org.himaya.internal.ffi.Said as FfiSaid
import org.himaya.internal.ffi.Sharing as FfiSharing
import org.himaya.internal.ffi.Tally as FfiTally
import org.himaya.internal.ffi.TextAndStep as FfiTextAndStep
import org.himaya.internal.ffi.Threshold as FfiThreshold
import org.himaya.internal.ffi.Weeks as FfiWeeks

/** The entry in the same place of another enum; a test compares their names. */
internal inline fun <reified E : Enum<E>> Enum<*>.mapped(): E = enumEntries<E>()[ordinal]

internal fun Assessment.ffi(): FfiAssessment = whole

internal fun Addressee.toFfi() = FfiAddressee(age?.mapped(), gender.mapped())

internal fun FfiNotice.toPublic() = Notice(key, title, body, step, language, rightToLeft)

internal fun FfiTextAndStep.toPublic() = TextAndStep(text, step)

internal fun FfiHelpService.toPublic() = HelpService(
    id = id,
    country = country,
    audience = audience.mapped(),
    name = name,
    reach = reach.map { it.toPublic() },
    ages = ages?.mapped(),
    languages = languages,
    hours = hours,
    sourceTitle = sourceTitle,
    sourceUrl = sourceUrl,
    sourceDate = sourceDate,
    verified = verified,
    doubtful = doubtful,
)

private fun FfiReach.toPublic(): Reach = when (this) {
    is FfiReach.Web -> Reach.Web(url)
    is FfiReach.Phone -> Reach.Phone(number)
}

internal fun DelayHours.toFfi() =
    FfiDelayHours(calm.toUShort(), soon.toUShort(), today.toUShort(), now.toUShort())

internal fun FfiDelayHours.toPublic() =
    DelayHours(calm.toInt(), soon.toInt(), today.toInt(), now.toInt())

internal fun FfiRecorded.toPublic() =
    Recorded(category.mapped(), urgency.mapped(), waitHours.toInt(), isNew)

internal fun FfiDigestItem.toPublic() = DigestItem(
    category = category.mapped(),
    urgency = urgency.mapped(),
    frequency = frequency.mapped(),
    trend = trend.mapped(),
    byDay = byDay.map { it.toInt() },
    adviceKey = adviceKey,
    help = help.map { it.mapped() },
)

internal fun FfiThreshold.toPublic() =
    Threshold(category.mapped(), at, minSeverity.toInt(), action.mapped())

internal fun FfiPolicyRow.toPublic() = PolicyRow(
    category.mapped(), ages.map { it.mapped() }, at, minSeverity.toInt(), action.mapped(), reason,
)

internal fun FfiContestRules.toPublic() = ContestRules(
    step, maxRaise, minContests.toInt(), halfLifeDays.toInt(), categories.map { it.mapped() },
)

internal fun FfiLeniency.toPublic() = Leniency(category.mapped(), raisedBy)

internal fun Leniency.toFfi() = FfiLeniency(category.mapped(), raisedBy)

internal fun FfiPolicyConcern.toPublic() = PolicyConcern(kind.mapped(), row?.toInt(), message)

internal fun FfiPolicyDiff.toPublic() = PolicyDiff(
    shift = shift.mapped(),
    settings = settings.map { SettingChange(it.field, it.before, it.after, it.shift.mapped()) },
    rows = rows.map { row ->
        RowChange(
            category = row.category.mapped(),
            ages = row.ages.map { it.mapped() },
            before = row.before.map { it.toPublic() },
            after = row.after.map { it.toPublic() },
            shift = row.shift.mapped(),
        )
    },
)

internal fun FfiRecentAssessment.toPublic() =
    RecentAssessment(id, categories.map { it.mapped() }, action.mapped())

internal fun FfiWeeks.toPublic() = Weeks(first, last)

internal fun FfiContested.toPublic() =
    Contested(category?.mapped(), repeated, leniency.map { it.toPublic() })

internal fun FfiTally.toPublic() =
    Tally(scanned, signalled, warned, acted, overridden, contested, degraded, failed)

internal fun ReportRequest.toFfi() = FfiReportRequest(
    firstWeek?.wellFormed(), lastWeek?.wellFormed(), language.wellFormed(), sharing.toFfi(),
)

private fun Sharing.toFfi(): FfiSharing = when (this) {
    is Sharing.Exact -> FfiSharing.Exact
    is Sharing.AtLeast -> {
        require(threshold >= 0) { "threshold is $threshold; it must be 0 or more" }
        FfiSharing.AtLeast(threshold.toUInt())
    }
    is Sharing.Noised -> {
        require(boundPerDevice >= 0) { "boundPerDevice is $boundPerDevice; it must be 0 or more" }
        FfiSharing.Noised(epsilon, boundPerDevice.toUInt())
    }
}

internal fun Include.toFfi() = FfiInclude(messages, people, fileNames, contacts)

internal fun Said.toFfi() = FfiSaid(role.toFfi(), sender.wellFormed(), text.wellFormed())

internal fun FfiMeaning.toPublic() = Meaning(
    slug = slug,
    definition = definition,
    matters = matters,
    limits = limits,
    sources = sources.map { Publication(it.title, it.authors, it.year.toInt()) },
    severity = leastSeverity.toInt()..gravestSeverity.toInt(),
    riskClass = riskClass.mapped(),
    outside = outside.map { OutsideWord(it.standard, it.value, it.relation.mapped(), it.note) },
)

internal fun FfiReasonMeaning.toPublic() =
    ReasonMeaning(pattern, kind.mapped(), definition, limits, measured)

internal fun FfiRuleMeaning.toPublic() =
    RuleMeaning(language, behavior?.mapped(), category.mapped(), severity.toInt(), decisive)
