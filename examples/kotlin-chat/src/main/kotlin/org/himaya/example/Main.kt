package org.himaya.example

import com.fasterxml.jackson.databind.ObjectMapper
import org.himaya.AgeBand
import org.himaya.Contact
import org.himaya.Conversations
import org.himaya.Guard
import org.himaya.GuardConfig
import org.himaya.Relation
import java.nio.file.Path
import kotlin.io.path.Path
import kotlin.io.path.readLines
import kotlin.system.exitProcess

private const val USAGE = "usage: kotlin-chat SCRIPT.jsonl | kotlin-chat --type"

/** A scripted conversation: a line that names the child, then one for each message. */
fun script(path: Path, contact: String): List<ChatMessage> {
    val mapper = ObjectMapper()
    val lines = path.readLines().filter(String::isNotBlank).map(mapper::readTree)
    val child = lines.first()["protected"].asText()
    return lines.drop(1).map {
        val time = (it["minutes"].asDouble() * 60_000).toLong()
        ChatMessage(contact, it["from"].asText() == child, it["text"].asText(), time)
    }
}

/** What is typed: `me: text` is the child's, everything else the contact's. */
private fun typed(contact: String): Sequence<ChatMessage> = generateSequence(::readLine).map { line ->
    val own = line.startsWith("me:")
    ChatMessage(contact, own, line.removePrefix("me:").trim(), System.currentTimeMillis())
}

fun main(arguments: Array<String>) {
    val contact = "alex"
    val messages = when (val from = arguments.singleOrNull()) {
        null -> {
            System.err.println(USAGE)
            exitProcess(2)
        }
        "--type" -> typed(contact)
        else -> script(Path(from), contact).asSequence()
    }
    Guard(GuardConfig(ageBand = AgeBand.FROM_10_TO_12)).use { guard ->
        Conversations.inMemory().use { conversations ->
            conversations.setContact(contact, Contact(Relation.STRANGER))
            val host = ChatHost(guard, conversations)
            val child = ChildView(host)
            println("== The child's view")
            messages.forEach { child.lines(it).forEach(::println) }
            println("\n== The guardian's view")
            GuardianView(host).lines().forEach(::println)
        }
    }
}
