package org.himaya

import java.nio.ByteBuffer
import java.nio.file.Files
import java.nio.file.Path
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir

/** Pictures in the forms in which hosts hold them. */
class PictureTest {
    private val astronaut = picture("astronaut.jpg")

    @Test
    fun `bytes, buffers and files get one answer`() = runBlocking {
        val direct = ByteBuffer.allocateDirect(astronaut.size).put(astronaut).flip()
        val forms = listOf(
            Picture.encoded(astronaut),
            Picture.encoded(direct),
            Picture.file(root.resolve("examples/data/pictures/astronaut.jpg")),
        )
        val found = guard.assessImages(forms).map { it.assessment }
        assertEquals(1, found.toSet().size)
        assertEquals(InputType.IMAGE, found[0].inputType)
        assertEquals(1f, found[0].classScores.values.sum(), 1e-4f)
        assertEquals(found[0], guard.assessImage(forms[0]).assessment)
    }

    @Test
    fun `pixels get one answer in every form`() {
        val colors = IntArray(8 * 4) { 0x11223344 + it * 0x010203 }
        val rgba = ByteBuffer.allocate(colors.size * 4)
        val rgb = ByteBuffer.allocate(colors.size * 3)
        for (color in colors) {
            val (r, g, b) = listOf(16, 8, 0).map { (color shr it).toByte() }
            rgb.put(r).put(g).put(b)
            rgba.put(r).put(g).put(b).put(-1)
        }
        val forms = listOf(
            Picture.argb(colors, 8, 4), Picture.rgba(rgba.flip(), 8, 4), Picture.rgb(rgb.flip(), 8, 4),
        )
        assertEquals(1, forms.map { guard.assessImageBlocking(it).assessment }.toSet().size)
        assertEquals(1, forms.map { PictureHash.of(it) }.toSet().size)
    }

    @Test
    fun `what cannot be read gets what the policy says`() = runBlocking {
        val cases = mapOf(
            Picture.encoded("not a picture".toByteArray()) to ImageRefusal.UNKNOWN_FORMAT,
            Picture.encoded(ByteArray(0)) to ImageRefusal.UNKNOWN_FORMAT,
            Picture.encoded(astronaut.copyOf(300)) to ImageRefusal.DAMAGED,
        )
        for ((picture, reason) in cases) {
            val refused = guard.assessImage(picture) as ImageResult.Refused
            assertEquals(reason, refused.reason, refused.message)
            assertEquals(Status.FAILED, refused.assessment.status)
            assertEquals(listOf(StatusReason.IMAGE_UNREADABLE), refused.assessment.statusReasons)
            assertTrue(refused.assessment.action >= Action.BLUR)
        }
        Guard(GuardConfig(limits = Limits(maxPixels = 100))).use { small ->
            val refused = small.assessImage(Picture.encoded(astronaut)) as ImageResult.Refused
            assertEquals(ImageRefusal.TOO_LARGE, refused.reason)
        }
        // What cannot be seen leaves the library as it was.
        assertTrue(guard.assessImage(Picture.encoded(astronaut)) is ImageResult.Assessed)
    }

    @Test
    fun `pixels that do not fit their size are refused at once`() {
        val thrown = assertThrows<IllegalArgumentException> { Picture.rgb(ByteBuffer.allocate(10), 2, 2) }
        assertEquals("2x2 pixels need 12 bytes, found 10", thrown.message)
        assertThrows<IllegalArgumentException> { Picture.argb(IntArray(0), 0, 0) }
        assertThrows<IllegalArgumentException> { Picture.rgb(ByteBuffer.allocate(0), Int.MAX_VALUE, Int.MAX_VALUE) }
    }

    @Test
    fun `known pictures are found by the host's list`(@TempDir folder: Path) = runBlocking {
        val hash = PictureHash.of(Picture.encoded(astronaut))
        assertEquals(64, hash.hash.length)
        assertEquals(0, hash.distanceTo(hash.hash))
        assertThrows<HashException> { hash.distanceTo("nonsense") }
        assertThrows<ImageException> { PictureHash.of(Picture.encoded(ByteArray(3))) }
        val list = Files.writeString(folder.resolve("list.txt"), hash.hash)
        Guard(GuardConfig(hashLists = listOf(HashList("own", list)))).use { knowing ->
            val finding = knowing.assessImage(Picture.encoded(astronaut)).assessment.topFinding!!
            assertEquals(Category.KNOWN_IMAGE, finding.category)
            assertEquals(listOf("image.hash_list.own"), finding.reasonCodes)
        }
    }
}
