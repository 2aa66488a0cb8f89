package org.himaya

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.future.future
import kotlinx.coroutines.withContext
import org.himaya.internal.Direct
import org.himaya.internal.Handle
import org.himaya.internal.Native
import org.himaya.internal.toFfi
import org.himaya.internal.translated
import java.util.concurrent.CompletableFuture
import org.himaya.internal.ffi.Guard as FfiGuard

/**
 * The one object that a host holds: immutable, replaced whole when policy or models change. May be
 * used on any number of threads at once.
 *
 * A message takes tens of microseconds, so those calls do not suspend. Pictures and batches take
 * longer: their functions suspend, work on [Dispatchers.Default] and can be cancelled between two
 * items.
 *
 * Garbage collection frees it; [close] frees it, models included, at once.
 *
 * ```
 * val guard = Guard(GuardConfig(ageBand = AgeBand.FROM_10_TO_12))
 * val assessment = guard.assessMessage("are you home alone?")
 * ```
 */
public class Guard @JvmOverloads @Throws(BuildException::class) constructor(
    config: GuardConfig = GuardConfig(),
) : AutoCloseable {
    internal val ffi = translated { FfiGuard(config.toFfi()) }
    internal val handle = Handle.of(this, ffi)

    /** Version of the rules in force. */
    public val rulesetVersion: String get() = translated { ffi.rulesetVersion() }

    /** Languages that the rules are written for, as codes of ISO 639-1. */
    public val languages: List<String> get() = translated { ffi.languages() }

    /** Assesses one message from an unknown counterpart, without a conversation around it. */
    public fun assessMessage(text: String): Assessment =
        Assessment(handle.use { Direct.assessMessage(it, text) })

    /**
     * Assesses many such messages, in their order.
     *
     * @param parallelism how many threads may work on them at once.
     */
    public suspend fun assessMessages(
        texts: Collection<String>,
        parallelism: Int = 1,
    ): List<Assessment> {
        require(parallelism > 0) { "parallelism is $parallelism; it must be 1 or more" }
        if (texts.isEmpty()) return emptyList()
        val portions = texts.chunked((texts.size + parallelism - 1) / parallelism)
        return withContext(Dispatchers.Default) {
            portions.map { async { each(it, ::assessMessage) } }.awaitAll().flatten()
        }
    }

    /**
     * Takes in the next message of a conversation and says where the conversation stands. The
     * state keeps numbers only; the text is not kept.
     */
    public fun observe(conversation: Conversation, message: Message): Assessment {
        val bytes = handle.use { guard ->
            conversation.handle.use { Direct.observe(guard, it, message) }
        }
        return Assessment(bytes)
    }

    /** The same for a text. */
    @JvmOverloads
    public fun observe(
        conversation: Conversation,
        text: String,
        role: Role = Role.COUNTERPART,
        time: Long? = null,
    ): Assessment = observe(conversation, Message(text, role, time))

    /**
     * Takes in messages in their order. When it is cancelled, those before have been taken in.
     */
    public suspend fun observeAll(
        conversation: Conversation,
        messages: Iterable<Message>,
    ): List<Assessment> = withContext(Dispatchers.Default) {
        each(messages) { observe(conversation, it) }
    }

    /** Why a conversation stands where it stands: what counted, when and how much, no words. */
    public fun explain(conversation: Conversation): Explanation = conversation.explained(ffi)

    /**
     * Assesses a picture. Of an animation all that it shows is looked at, within the limits, and
     * the strongest frame counts. Raw pixels are looked up in the hash lists, if there are any,
     * then classified.
     */
    public suspend fun assessImage(picture: Picture): ImageResult =
        withContext(Dispatchers.Default) { assessImageBlocking(picture) }

    /** Assesses pictures, in their order. */
    public suspend fun assessImages(pictures: Iterable<Picture>): List<ImageResult> =
        withContext(Dispatchers.Default) { each(pictures, ::assessImageBlocking) }

    /** [assessImage] for callers that may wait. */
    public fun assessImageBlocking(picture: Picture): ImageResult = try {
        ImageResult.Assessed(Assessment(handle.use { Native.assessImage(it, picture) }))
    } catch (refused: ImageException) {
        val reason = if (refused.reason == ImageRefusal.MODEL) {
            StatusReason.MODEL_UNAVAILABLE
        } else {
            StatusReason.IMAGE_UNREADABLE
        }
        ImageResult.Refused(assessFailure(reason), refused.reason, refused.message.orEmpty())
    }

    /** [assessImage] for callers in Java. */
    public fun assessImageAsync(picture: Picture): CompletableFuture<ImageResult> =
        CoroutineScope(Dispatchers.Default).future { assessImageBlocking(picture) }

    /** What the policy says about an input that could not be read. */
    public fun assessFailure(reason: StatusReason): Assessment =
        Assessment(handle.use { Native.assessFailure(it, reason) })

    /**
     * Loads the text classifier now instead of with the first message.
     *
     * @throws ModelException when it cannot be loaded.
     */
    @Throws(ModelException::class)
    public fun loadTextModel() {
        translated { ffi.loadTextModel() }
    }

    /**
     * Loads the picture model now instead of with the first picture.
     *
     * @throws ModelException when it cannot be loaded.
     */
    @Throws(ModelException::class)
    public fun loadImageModel() {
        translated { ffi.loadImageModel() }
    }

    /** Frees it. Nothing can be assessed afterwards. */
    override fun close() {
        handle.close()
        ffi.close()
    }

    override fun toString(): String = "Guard"

    public companion object {
        /** Version of the library. */
        @JvmStatic
        public val version: String get() = translated { org.himaya.internal.ffi.version() }

        /** For Java, and for what is set step by step. */
        @JvmStatic
        public fun builder(): GuardBuilder = GuardBuilder()
    }
}

private suspend fun <T, R> each(items: Iterable<T>, work: (T) -> R): List<R> {
    val context = kotlin.coroutines.coroutineContext
    return items.map {
        context.ensureActive()
        work(it)
    }
}
