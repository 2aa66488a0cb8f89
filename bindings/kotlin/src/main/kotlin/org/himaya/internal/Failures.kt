package org.himaya.internal

import org.himaya.BuildException
import org.himaya.ConversationException
import org.himaya.DamagedLibraryException
import org.himaya.HashException
import org.himaya.HashListException
import org.himaya.HimayaFault
import org.himaya.ImageException
import org.himaya.ImageRefusal
import org.himaya.ModelException
import org.himaya.ModelPackException
import org.himaya.PolicyException
import org.himaya.StoreException
import org.himaya.StoreFailure
import org.himaya.StreamConfigException
import org.himaya.WeightsException
import org.himaya.internal.ffi.InternalException
import org.himaya.internal.ffi.BuildException as FfiBuildException
import org.himaya.internal.ffi.ConversationException as FfiConversationException
import org.himaya.internal.ffi.HashException as FfiHashException
import org.himaya.internal.ffi.ImageException as FfiImageException
import org.himaya.internal.ffi.ModelException as FfiModelException
import org.himaya.internal.ffi.StoreException as FfiStoreException
import org.himaya.internal.ffi.StreamException as FfiStreamException

/** Does what the generated code does, with its exceptions as those of this package. */
internal inline fun <T> translated(call: () -> T): T = try {
    call()
} catch (failed: Exception) {
    throw failed.toPublic()
}

internal fun Exception.toPublic(): Exception = when (this) {
    is InternalException -> HimayaFault(message.orEmpty())
    is FfiBuildException -> toPublic()
    is FfiModelException -> ModelException(message.orEmpty())
    is FfiImageException -> toPublic()
    is FfiHashException -> HashException(message.orEmpty())
    is FfiStreamException -> StreamConfigException(message.orEmpty())
    is FfiConversationException -> ConversationException(message.orEmpty())
    is FfiStoreException -> toPublic()
    else -> careToPublic()
}

private fun FfiBuildException.toPublic(): BuildException {
    val why = message.orEmpty()
    return when (this) {
        is FfiBuildException.Policy -> PolicyException(why)
        is FfiBuildException.Weights -> WeightsException(why)
        is FfiBuildException.ModelPack -> ModelPackException(why)
        is FfiBuildException.HashList -> HashListException(why)
        is FfiBuildException.Damaged -> DamagedLibraryException(why)
    }
}

private fun FfiImageException.toPublic(): ImageException {
    val reason = when (this) {
        is FfiImageException.TooLarge -> ImageRefusal.TOO_LARGE
        is FfiImageException.UnknownFormat -> ImageRefusal.UNKNOWN_FORMAT
        is FfiImageException.Damaged -> ImageRefusal.DAMAGED
        is FfiImageException.Pixels -> ImageRefusal.PIXELS
        is FfiImageException.Model -> ImageRefusal.MODEL
    }
    return ImageException(reason, message.orEmpty())
}

private fun FfiStoreException.toPublic(): StoreException = when (this) {
    is FfiStoreException.InUse -> StoreException(StoreFailure.IN_USE, reason)
    is FfiStoreException.Damaged -> StoreException(StoreFailure.DAMAGED, reason)
    is FfiStoreException.Version -> StoreException(StoreFailure.VERSION, reason)
    is FfiStoreException.Io -> StoreException(StoreFailure.IO, reason)
    is FfiStoreException.Conversation -> StoreException(StoreFailure.CONVERSATION, reason)
    is FfiStoreException.Host -> StoreException(StoreFailure.HOST, reason)
}
