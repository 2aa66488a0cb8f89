package org.himaya

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.node.ObjectNode
import java.nio.file.Files
import kotlin.math.abs
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Assumptions.assumeTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory

/** Golden vectors: what every binding must answer. */
class GoldenTest {
    @TestFactory
    fun `golden chats are assessed as by the core`(): List<DynamicTest> =
        lines("tests/golden/chats.jsonl").map { case ->
            dynamicTest(case["id"].asText()) { replay(case) }
        }

    private fun replay(case: JsonNode) {
        val id = case["id"].asText()
        val band = AgeBand.entries.single { it.slug == case["age_band"].asText() }
        Guard(GuardConfig(ageBand = band)).use { guard ->
            val texts: List<String>
            val found: List<Assessment>
            if (case.has("text")) {
                texts = listOf(case["text"].asText())
                found = texts.map(guard::assessMessage)
            } else {
                val thread = ChatThread(guard, case["protected"]?.takeUnless { it.isNull }?.asText())
                texts = case["messages"].map { it["text"].asText() }
                found = case["messages"].map { message ->
                    val minutes = message["minutes"]?.takeUnless { it.isNull }?.asDouble()
                    thread.observe(
                        message["from"].asText(),
                        message["text"].asText(),
                        minutes?.let { (it * 60_000).toLong() },
                    )
                }
            }
            assertEquals(case["assessments"].size(), found.size, id)
            for ((at, recorded) in case["assessments"].withIndex()) {
                val expected = inUtf16(texts[at], recorded)
                val answer = json(found[at].toJson()) as ObjectNode
                assertEquals(guard.rulesetVersion, answer.remove("ruleset_version").asText())
                assertSame("$id[$at]", expected, answer)
                assertSays("$id[$at]", expected, found[at])
            }
        }
    }

    /** What the objects say is what the JSON says. */
    private fun assertSays(where: String, expected: JsonNode, found: Assessment) {
        assertEquals(expected["action"].asText(), found.action.name.lowercase(), where)
        assertEquals(expected["status"].asText(), found.status.name.lowercase(), where)
        assertEquals(expected["risk"].asDouble(), found.risk.toDouble(), TOLERANCE, where)
        assertEquals(expected["monitoring_notice_required"].asBoolean(), found.monitoringNoticeRequired)
        assertEquals(expected["message_key"]?.asText(), found.messageKey, where)
        assertEquals(expected["deterrence_key"]?.asText(), found.deterrenceKey, where)
        assertEquals(expected["models"].map { it["sha256"].asText() }, found.models.map { it.sha256 })
        assertEquals(expected["findings"].size(), found.findings.size, where)
        for ((recorded, finding) in expected["findings"].zip(found.findings)) {
            assertEquals(recorded["category"].asText(), finding.category.name.lowercase(), where)
            assertEquals(recorded["severity"].asInt(), finding.severity, where)
            assertEquals(recorded["stage"]?.asText(), finding.stage?.name?.lowercase(), where)
            assertEquals(recorded["reason_codes"].map { it.asText() }, finding.reasonCodes, where)
            assertEquals(
                recorded["behaviors"].map { it["behavior"].asText() },
                finding.behaviors.map { it.behavior.name.lowercase() },
                where,
            )
            assertEquals(
                recorded["spans"].map { it["start"].asInt() until it["end"].asInt() },
                finding.spans,
                where,
            )
        }
    }

    /**
     * The file records the classifier's raw scores, which are no part of an assessment: so the
     * same texts go to the command.
     */
    @Test
    fun `texts of the model's golden file get the answers of the command`() {
        assumeTrue(command != null, "the command is not built")
        val texts = lines("tests/golden/text_model.jsonl").map { it["text"].asText() }
        val mapper = ObjectMapper()
        val asked = texts.withIndex().joinToString("") { (at, text) ->
            mapper.writeValueAsString(mapOf("id" to "$at", "text" to text)) + "\n"
        }
        val answered = run(command!!, "score", input = asked).map(::json)
        assertEquals(texts.size, answered.size)
        assertTrue(texts.size > 60)
        for ((text, line) in texts.zip(answered)) {
            val expected = line["assessments"]?.get(0) ?: line["assessment"]
            assertSame(line["id"].asText(), inUtf16(text, expected), json(guard.assessMessage(text).toJson()))
        }
    }

    @Test
    fun `golden pictures get the scores of the original model and the answers of the command`() {
        val golden = json(Files.readString(root.resolve("tests/golden/images.json")))
        val folder = cache.resolve("golden-pictures")
        assumeTrue(Files.exists(folder), "golden pictures are missing; tests/run makes them")
        // The reference knows the first frame of a picture that moves.
        val pictures = golden["pictures"].filterNot { it["file"].asText().endsWith(".gif") }
        assertTrue(pictures.size >= 30)
        val files = pictures.map { folder.resolve(it["file"].asText()) }
        val found = files.map { guard.assessImageBlocking(Picture.file(it)).assessment }
        for ((picture, assessment) in pictures.zip(found)) {
            val name = picture["file"].asText()
            val tolerance =
                golden["tolerance"][if (picture["lossy"].asBoolean()) "lossy" else "lossless"].asDouble()
            val expected = picture["probabilities"].fields().asSequence().associate { it.key to it.value.asDouble() }
            assertEquals(expected.keys, assessment.classScores.keys, name)
            for ((label, probability) in expected) {
                assertTrue(abs(assessment.classScores.getValue(label) - probability) <= tolerance, name)
            }
            val sensitive = assessment.findings.any { it.category == Category.SENSITIVE_IMAGE }
            assertEquals(picture["sensitive"].asDouble() >= 0.3, sensitive, name)
        }
        val command = command ?: return
        val paths = files.map { it.toString() }.toTypedArray()
        val answered = run(command, "check", "--json", *paths).map(::json)
        assertEquals(files.size, answered.size)
        val byPath = answered.associateBy { it["path"].asText() }
        for ((file, assessment) in files.zip(found)) {
            val expected = byPath.getValue(file.toString())["assessments"][0]
            assertSame(file.toString(), expected, json(assessment.toJson()))
        }
    }
}
