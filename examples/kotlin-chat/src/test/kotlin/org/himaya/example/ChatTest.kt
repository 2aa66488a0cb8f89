package org.himaya.example

import java.io.ByteArrayOutputStream
import java.io.PrintStream
import kotlin.io.path.Path
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class ChatTest {
    private fun run(name: String): Pair<List<String>, List<String>> {
        val printed = ByteArrayOutputStream()
        val before = System.out
        System.setOut(PrintStream(printed, true, Charsets.UTF_8))
        try {
            main(arrayOf(Path(System.getProperty("chats"), name).toString()))
        } finally {
            System.setOut(before)
        }
        val lines = printed.toString(Charsets.UTF_8).lines()
        val middle = lines.indexOf("== The guardian's view")
        return lines.subList(1, middle) to lines.drop(middle + 1).filter(String::isNotBlank)
    }

    @Test
    fun `a stranger who draws nearer is marked for the child and named to the guardian`() {
        val (child, guardian) = run("game-stranger.jsonl")
        assertTrue(child.any { it.startsWith("  (!)") }, child.joinToString("\n"))
        assertTrue(child.first().startsWith("(i)"))
        assertTrue(guardian.any { "\"alex\"" in it } && guardian.any { "secrets" in it }, guardian.joinToString("\n"))
    }

    @Test
    fun `blackmail is held back with a helping word first`() {
        val (child, guardian) = run("blackmail.jsonl")
        val held = child.indexOfFirst { "[held back; open it?]" in it }
        assertTrue(held >= 0 && "not your fault" in child[held + 1], child.joinToString("\n"))
        assertTrue(guardian.any { "threatens" in it }, guardian.joinToString("\n"))
    }

    @Test
    fun `no word of the chat is in the guardian's view`() {
        val (_, guardian) = run("blackmail.jsonl")
        for (message in script(Path(System.getProperty("chats"), "blackmail.jsonl"), "alex")) {
            assertFalse(guardian.any { message.text in it })
        }
    }

    @Test
    fun `friends pass without a word`() {
        val (child, guardian) = run("friends-homework.jsonl")
        assertFalse(child.any { "(!)" in it }, child.joinToString("\n"))
        assertEquals(listOf("Nothing needs your help."), guardian)
    }
}
