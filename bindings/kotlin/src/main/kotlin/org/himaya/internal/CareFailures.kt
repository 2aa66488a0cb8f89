package org.himaya.internal

import org.himaya.ContestException
import org.himaya.DigestException
import org.himaya.DraftException
import org.himaya.HelpServicesException
import org.himaya.HimayaFault
import org.himaya.LedgerException
import org.himaya.PolicyException
import org.himaya.PolicyLockedException
import org.himaya.TransparencyException
import org.himaya.UnknownLanguageException
import org.himaya.internal.ffi.ContestException as FfiContestException
import org.himaya.internal.ffi.DigestException as FfiDigestException
import org.himaya.internal.ffi.DraftException as FfiDraftException
import org.himaya.internal.ffi.HelpServicesException as FfiHelpServicesException
import org.himaya.internal.ffi.LedgerException as FfiLedgerException
import org.himaya.internal.ffi.MessagesException as FfiMessagesException
import org.himaya.internal.ffi.PolicyException as FfiPolicyException
import org.himaya.internal.ffi.TaxonomyException as FfiTaxonomyException
import org.himaya.internal.ffi.TransparencyException as FfiTransparencyException

/** Exceptions of messages, help services, digests, policies, ledgers, reports and drafts. */
internal fun Exception.careToPublic(): Exception = when (this) {
    is FfiMessagesException -> UnknownLanguageException(message.orEmpty())
    is FfiHelpServicesException -> HelpServicesException(message.orEmpty())
    is FfiDigestException -> DigestException(message.orEmpty())
    is FfiPolicyException.Locked -> PolicyLockedException(message.orEmpty())
    is FfiPolicyException -> PolicyException(message.orEmpty())
    is FfiLedgerException -> LedgerException(message.orEmpty())
    is FfiContestException -> ContestException(message.orEmpty())
    is FfiTransparencyException -> TransparencyException(message.orEmpty())
    is FfiDraftException -> DraftException(message.orEmpty())
    is FfiTaxonomyException -> HimayaFault(message.orEmpty())
    else -> this
}
