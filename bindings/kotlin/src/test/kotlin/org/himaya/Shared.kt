package org.himaya

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.node.IntNode
import com.fasterxml.jackson.databind.node.ObjectNode
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.Path
import kotlin.io.path.readLines
import kotlin.math.abs
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue

internal const val TOLERANCE = 1e-6
internal const val SECRET = "this is our secret, don't tell your mum"

internal val root: Path = Path(System.getProperty("himaya.root"))
internal val cache: Path =
    System.getenv("HIMAYA_CACHE")?.let(::Path) ?: Path(System.getProperty("user.home"), ".cache/himaya")

/** One guard for all tests that need nothing special. */
internal val guard: Guard by lazy { Guard() }

private val mapper = ObjectMapper()

internal fun json(text: String): JsonNode = mapper.readTree(text)

/** The objects of a JSONL file of the repository. */
internal fun lines(path: String): List<JsonNode> = root.resolve(path).readLines().map(::json)

/** A picture of the repository. */
internal fun picture(name: String): ByteArray =
    Files.readAllBytes(root.resolve("examples/data/pictures").resolve(name))

/** What the README's examples look at: `photo.jpg` where they run. */
public fun photo() {
    Files.write(Path("photo.jpg"), picture("coffee-rotated.jpg"))
    Files.deleteIfExists(Path("conversations.redb"))
}

/** The command, which is the core without this package; null where it is not built. */
internal val command: Path? = System.getenv("HIMAYA_BIN")?.let(::Path)?.takeIf(Files::isExecutable)

internal fun run(command: Path, vararg arguments: String, input: String = ""): List<String> {
    val given = Files.createTempFile("himaya", ".jsonl")
    val printed = Files.createTempFile("himaya", ".jsonl")
    try {
        Files.writeString(given, input)
        val process = ProcessBuilder(command.toString(), *arguments)
            .redirectInput(given.toFile())
            .redirectOutput(printed.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
        process.waitFor()
        return printed.readLines()
    } finally {
        Files.delete(given)
        Files.delete(printed)
    }
}

/** Compares as the core's own tests do: numbers within [TOLERANCE], all else to the letter. */
internal fun assertSame(where: String, expected: JsonNode, found: JsonNode) {
    when {
        expected.isObject -> {
            assertEquals(expected.fieldNames().asSequence().toSet(), found.fieldNames().asSequence().toSet(), where)
            expected.fields().forEach { (key, value) -> assertSame("$where.$key", value, found[key]) }
        }
        expected.isArray -> {
            assertEquals(expected.size(), found.size(), where)
            expected.forEachIndexed { at, value -> assertSame("$where[$at]", value, found[at]) }
        }
        expected.isNumber -> {
            assertTrue(abs(expected.asDouble() - found.asDouble()) <= TOLERANCE) {
                "$where: expected $expected, found $found"
            }
        }
        else -> assertEquals(expected, found, where)
    }
}

/** The recorded spans count UTF-8 bytes. */
internal fun inUtf16(text: String, assessment: JsonNode): JsonNode {
    val bytes = text.toByteArray()
    for (span in assessment["findings"].flatMap { it["spans"] ?: emptyList() }) {
        for (end in listOf("start", "end")) {
            val units = String(bytes, 0, span[end].asInt()).length
            (span as ObjectNode).set<IntNode>(end, IntNode(units))
        }
    }
    return assessment
}
