#if canImport(CoreGraphics)
import CoreGraphics
import Foundation

// Not exercised by the tests: they run on Linux, which has no Core Graphics.
extension Pixels {
    /// Draws a picture of Core Graphics, as sRGB on black.
    ///
    /// - Throws: ``HimayaError/image(_:_:)`` when it cannot be drawn.
    public init(_ image: CGImage) throws(HimayaError) {
        let (width, height) = (image.width, image.height)
        let row = width * Layout.rgba.stride
        var bytes = Data(count: row * height)
        let drawn = bytes.withUnsafeMutableBytes { buffer in
            guard let colors = CGColorSpace(name: CGColorSpace.sRGB),
                let context = CGContext(
                    data: buffer.baseAddress, width: width, height: height, bitsPerComponent: 8,
                    bytesPerRow: row, space: colors,
                    bitmapInfo: CGImageAlphaInfo.noneSkipLast.rawValue)
            else { return false }
            context.draw(image, in: CGRect(x: 0, y: 0, width: width, height: height))
            return true
        }
        guard drawn else { throw .image(.pixels, "a picture of \(width)x\(height) cannot be drawn") }
        try self.init(rgba: bytes, width: width, height: height)
    }
}
#endif
