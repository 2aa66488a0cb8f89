package org.himaya

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import kotlin.io.path.Path
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Assumptions.assumeTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir

/** What goes wrong, and how it is said. */
class ErrorTest {
    @Test
    fun `what a guard cannot be made from is named`(@TempDir folder: Path) {
        val policy = assertThrows<PolicyException> { Guard(GuardConfig(policy = "nonsense")) }
        assertTrue("line 1" in policy.message!!, policy.message)
        assertThrows<BuildException> { Guard(GuardConfig(policy = "schema_version = 99")) }
        val lock = """{"schema_version":1,"by":"guardian","name":"mine","version":3,"sha256":"00"}"""
        val locked = assertThrows<PolicyException> { Guard(GuardConfig(policy = "school", policyLock = lock)) }
        assertTrue("the guardian locked policy `mine`" in locked.message!!, locked.message)
        assertThrows<WeightsException> { Guard(GuardConfig(conversationWeights = "nonsense")) }
        for (config in listOf(GuardConfig(imageModel = folder), GuardConfig(textModel = TextModel.Folder(folder)))) {
            val pack = assertThrows<ModelPackException> { Guard(config) }
            assertTrue("manifest.json" in pack.message!!, pack.message)
        }
        val lists = listOf(HashList("own", folder.resolve("missing")))
        val list = assertThrows<HashListException> { Guard(GuardConfig(hashLists = lists)) }
        assertTrue("own" in list.message!!, list.message)
    }

    /** In a process of its own: the library with a function that fails is another one. */
    @Test
    fun `a fault in the library is an exception without the text`() {
        val folder = System.getenv("HIMAYA_TEST_SUPPORT")
        assumeTrue(folder != null, "no library with test support")
        val library = Files.list(Path(folder!!)).use { files ->
            files.filter { Regex("(lib)?himaya_ffi\\.(so|dylib|dll)").matches("${it.fileName}") }.findFirst().get()
        }
        val process = ProcessBuilder(
            Path(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp", System.getProperty("java.class.path"),
            "-Duniffi.component.himaya_ffi.libraryOverride=$library",
            "org.himaya.FaultKt",
        ).redirectErrorStream(true).start()
        val printed = process.inputStream.bufferedReader().readText()
        assertTrue(process.waitFor(1, TimeUnit.MINUTES))
        assertEquals(0, process.exitValue(), printed)
        assertTrue("fault.rs:" in printed || "test_support.rs:" in printed, printed)
        assertTrue(Regex("directly: a fault .*test_support.rs:") in printed, printed)
        assertTrue("report" in printed && "the library goes on" in printed, printed)
        assertFalse("CANARY" in printed, printed)
    }
}
