package org.himaya.example

import org.himaya.Action
import org.himaya.Assessment
import org.himaya.Conversations
import org.himaya.Explanation
import org.himaya.Guard
import org.himaya.Message
import org.himaya.Role

/** A message on its way to or from the child. */
data class ChatMessage(val contact: String, val fromChild: Boolean, val text: String, val time: Long) {
    override fun toString(): String = "ChatMessage(${text.length} characters)"
}

/** What the child gets to see of a message. */
sealed interface Delivery {
    /** The message as it is. */
    data object Plain : Delivery

    /** The message, with a sign and a helping word beside it. */
    data class Marked(val notice: String) : Delivery

    /** A helping word first, unless it was just said; the message when the child asks for it. */
    data class Held(val notice: String?) : Delivery
}

/** What a guardian gets to know of a contact: that help is needed and of what kind, no words. */
data class Report(val contact: String, val risk: Float, val action: Action, val why: Explanation)

/**
 * The part of a chat program that knows Himaya. What is found and what the policy asks for comes
 * from the library; what happens then is decided in [deliver], which you would write your own way.
 */
class ChatHost(private val guard: Guard, private val conversations: Conversations) {
    private val latest = LinkedHashMap<String, Assessment>()

    /** Whether the child must be shown that messages are looked at. */
    var monitoringNotice = false
        private set

    /** Takes a message in and says how the child gets it. No message is ever lost. */
    fun deliver(message: ChatMessage): Delivery {
        val role = if (message.fromChild) Role.PROTECTED else Role.COUNTERPART
        val seen = conversations.observe(guard, message.contact, Message(message.text, role, message.time))
        val assessment = seen.assessment
        monitoringNotice = monitoringNotice || assessment.monitoringNoticeRequired
        val before = latest.put(message.contact, assessment)?.action ?: Action.ALLOW
        val notice = notice(assessment.messageKey)
        // Said when it becomes more serious, not beside each message.
        val said = assessment.action <= before
        return when (assessment.action) {
            Action.ALLOW -> Delivery.Plain
            Action.INDICATE -> if (said) Delivery.Plain else Delivery.Marked(notice)
            Action.BLUR, Action.INTERRUPT, Action.MUTE -> when {
                !message.fromChild -> Delivery.Held(if (said) null else notice)
                said -> Delivery.Plain
                else -> Delivery.Marked(notice)
            }
        }
    }

    /** What a guardian is told: contacts for whom the policy asks for something. */
    fun reports(): List<Report> = latest.filterValues { it.action > Action.ALLOW }.map { (contact, last) ->
        Report(contact, last.risk, last.action, conversations.explain(guard, contact))
    }
}
