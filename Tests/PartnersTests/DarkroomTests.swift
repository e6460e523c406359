// The darkroom with the real libvips: what comes out of it is what pages show.

import Partners
import Rules
import Testing

struct DarkroomTests {
    /// As PPM, which libvips reads and anybody can write.
    private func picture(_ width: Int, _ height: Int) -> [UInt8] {
        Array("P6 \(width) \(height) 255\n".utf8)
            + Array(repeating: 180, count: width * height * 3)
    }

    @Test func `a photograph gets every size that it is wide enough for, in every format`() async {
        guard
            case .prints(let prints, let width, let height) = await VipsDarkroom().develop(
                picture(1000, 500))
        else {
            Issue.record("nothing was made")
            return
        }
        #expect((width, height) == (1000, 500))
        #expect(prints.map(\.width) == [400, 400, 400, 800, 800, 800])
        #expect(Set(prints.map(\.format)) == Set(Photo.formats))
        for print in prints where print.format == "jpeg" {
            #expect(PictureKind(print.bytes) == .jpeg)
        }
        for print in prints where print.format == "webp" {
            #expect(PictureKind(print.bytes) == .webp)
        }
    }

    @Test func `what is too narrow or no picture is told apart`() async {
        guard case .tooNarrow = await VipsDarkroom().develop(picture(399, 600)) else {
            Issue.record("399 pixels are enough")
            return
        }
        guard case .unreadable = await VipsDarkroom().develop([0xFF, 0xD8, 0xFF, 0xE0, 1, 2]) else {
            Issue.record("that was readable")
            return
        }
    }
}
