package org.himaya.example

import org.himaya.Cause
import java.util.Locale

/** What the child's screen shows. */
class ChildView(private val host: ChatHost) {
    private var told = false

    /** The lines that a message adds. */
    fun lines(message: ChatMessage): List<String> {
        val delivery = host.deliver(message)
        val lines = ArrayList<String>()
        if (host.monitoringNotice && !told) {
            lines += "(i) This chat is looked after on this device. Nobody reads along."
            told = true
        }
        val name = if (message.fromChild) "me" else message.contact
        val said = "${name.padStart(NAME)}: ${message.text}"
        when (delivery) {
            Delivery.Plain -> lines += said
            is Delivery.Marked -> lines += listOf(said, "  (!) ${delivery.notice}")
            is Delivery.Held -> {
                lines += "${name.padStart(NAME)}: [held back; open it?]"
                delivery.notice?.let { lines += "  (!) $it" }
            }
        }
        return lines
    }

    private companion object {
        const val NAME = 8
    }
}

/** What the guardian's screen shows: kinds and numbers, not a word that was said. */
class GuardianView(private val host: ChatHost) {
    fun lines(): List<String> {
        val reports = host.reports()
        if (reports.isEmpty()) return listOf("Nothing needs your help.")
        return reports.flatMap { report ->
            val why = report.why
            val shown = why.contributions.filter { it.nats > 0 }.mapNotNull { it.cause as? Cause.Shown }
            listOf(
                "Your child may need help with the contact \"${report.contact}\".",
                "  likelihood ${percent(report.risk)}, ${why.received} messages received, ${why.sent} sent",
                "  what was seen: " + shown.joinToString { words(it.behavior) },
                "  Listen first, do not blame, keep the messages. Agree with your child what comes next.",
            )
        }
    }

    private fun percent(risk: Float) = "%.0f %%".format(Locale.ROOT, risk * 100)
}
