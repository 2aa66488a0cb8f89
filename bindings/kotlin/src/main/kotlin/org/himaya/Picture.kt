package org.himaya

import org.himaya.internal.direct
import org.himaya.internal.toPublic
import org.himaya.internal.translated
import org.himaya.internal.wellFormed
import java.io.IOException
import java.nio.ByteBuffer
import java.nio.channels.FileChannel
import java.nio.file.Path
import org.himaya.internal.ffi.PixelFormat as FfiPixelFormat
import org.himaya.internal.ffi.hashDistance as ffiHashDistance
import org.himaya.internal.ffi.hashImage as ffiHashImage
import org.himaya.internal.ffi.hashPixels as ffiHashPixels

/**
 * A picture to look at, in memory that the library reads where it lies: it must not change until
 * the call returns. Direct buffers are not copied.
 */
public sealed interface Picture {
    /** A picture file's bytes: JPEG, PNG, WebP, GIF or BMP. */
    public class Encoded internal constructor(internal val bytes: ByteBuffer) : Picture

    /** Raw pixels, 8 bits a channel, row by row from the top left, channels interleaved. */
    public class Pixels internal constructor(
        internal val bytes: ByteBuffer,
        /** Pixels a row. */
        public val width: Int,
        /** Rows. */
        public val height: Int,
        internal val alpha: Boolean,
    ) : Picture {
        init {
            require(width > 0 && height > 0) {
                "the picture is ${width}x$height; both sides must be at least 1"
            }
            val expected = width.toLong() * height * (if (alpha) 4 else 3)
            require(bytes.remaining().toLong() == expected) {
                "${width}x$height pixels need $expected bytes, found ${bytes.remaining()}"
            }
        }

        internal val format get() = if (alpha) FfiPixelFormat.RGBA else FfiPixelFormat.RGB
    }

    public companion object {
        /** A picture file's bytes. */
        @JvmStatic
        public fun encoded(bytes: ByteArray): Encoded = Encoded(direct(bytes))

        /** What remains of a buffer with a picture file's bytes. */
        @JvmStatic
        public fun encoded(bytes: ByteBuffer): Encoded = Encoded(direct(bytes))

        /** A picture file, which is read now. */
        @JvmStatic
        @Throws(IOException::class)
        public fun file(path: Path): Encoded = FileChannel.open(path).use { file ->
            val size = file.size()
            require(size <= Int.MAX_VALUE) { "$size bytes; at most ${Int.MAX_VALUE} can be read" }
            val bytes = ByteBuffer.allocateDirect(size.toInt())
            while (bytes.hasRemaining() && file.read(bytes) >= 0) Unit
            Encoded(bytes.flip())
        }

        /** Red, green, blue; 3 bytes a pixel. */
        @JvmStatic
        public fun rgb(bytes: ByteBuffer, width: Int, height: Int): Pixels =
            Pixels(direct(bytes), width, height, alpha = false)

        /** Red, green, blue, alpha; 4 bytes a pixel. Alpha is left out of account. */
        @JvmStatic
        public fun rgba(bytes: ByteBuffer, width: Int, height: Int): Pixels =
            Pixels(direct(bytes), width, height, alpha = true)

        /**
         * A colour a pixel as `0xAARRGGBB`: what `Bitmap.getPixels` gives on Android and
         * `BufferedImage.getRGB` elsewhere. Alpha is left out of account.
         */
        @JvmStatic
        public fun argb(colors: IntArray, width: Int, height: Int): Pixels {
            val bytes = ByteBuffer.allocateDirect(Math.multiplyExact(colors.size, 4))
            for (color in colors) bytes.putInt(color shl 8)
            return Pixels(bytes.flip(), width, height, alpha = true)
        }
    }
}

/** What came of looking at a picture. There is an assessment in any case. */
public sealed interface ImageResult {
    /** What the policy says, of what was seen or of a picture that cannot be seen. */
    public val assessment: Assessment

    /** The picture was looked at. */
    public data class Assessed(override val assessment: Assessment) : ImageResult

    /** It was not; the assessment is [Status.FAILED]. */
    public data class Refused(
        override val assessment: Assessment,
        /** What kind of thing is wrong. */
        val reason: ImageRefusal,
        /** What is wrong, for a developer. */
        val message: String,
    ) : ImageResult
}

/** Why a picture is not looked at. */
public enum class ImageRefusal {
    /** More bytes or pixels than the limits allow. */
    TOO_LARGE,

    /** Not a format that is read. */
    UNKNOWN_FORMAT,

    /** Damaged or cut off. */
    DAMAGED,

    /** Raw pixels do not fit their size. */
    PIXELS,

    /** The model cannot be loaded or run. */
    MODEL,
}

/** The PDQ hash of a picture and how much it can be relied on. */
public data class PictureHash(
    /** 64 hex digits. */
    val hash: String,
    /** 0..100: how much there is to see. Below 50 unlike pictures have like hashes. */
    val quality: Int,
) {
    /**
     * Differing bits, 0..256. Up to 31 is held for the same picture.
     *
     * @throws HashException when [other] has not 64 hex digits.
     */
    @Throws(HashException::class)
    public fun distanceTo(other: String): Int =
        translated { ffiHashDistance(hash.wellFormed(), other.wellFormed()) }.toInt()

    public companion object {
        /**
         * Hashes a picture (its first frame) by PDQ, bit for bit as Meta's reference does.
         *
         * @throws ImageException when it has more than 50 megapixels or 64 MiB, or cannot be
         *   decoded.
         */
        @JvmStatic
        @Throws(ImageException::class)
        public fun of(picture: Picture): PictureHash = translated {
            when (picture) {
                is Picture.Encoded -> ffiHashImage(picture.bytes)
                is Picture.Pixels -> ffiHashPixels(
                    picture.bytes,
                    picture.width.toUInt(),
                    picture.height.toUInt(),
                    picture.format,
                )
            }
        }.toPublic()
    }
}
