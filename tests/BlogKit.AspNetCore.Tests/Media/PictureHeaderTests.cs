using BlogKit.Internal;

namespace BlogKit.AspNetCore.Tests;

public sealed class PictureHeaderTests
{
    [Fact]
    public void Kind_and_size_are_read_from_the_bytes()
    {
        ImageHeader.Read(Pictures.Png(640, 480)).Should().Be(new ImageHeader(ImageKind.Png, 640, 480));
        ImageHeader.Read(Pictures.Gif()).Should().Be(new ImageHeader(ImageKind.Gif, 5, 4));
        ImageHeader.Read(Pictures.WebP()).Should().Be(new ImageHeader(ImageKind.WebP, 7, 9));
        ImageHeader.Read(Pictures.Avif()).Should().Be(new ImageHeader(ImageKind.Avif, null, null));
        ImageHeader.Read(Pictures.Jpeg()).Should().Be(new ImageHeader(ImageKind.Jpeg, 11, 9));
        ImageHeader.Read(Pictures.Jpeg(Pictures.Exif(6))).Should().Be(new ImageHeader(ImageKind.Jpeg, 11, 9));
    }

    [Theory]
    [InlineData("")]
    [InlineData("GIF")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("<!DOCTYPE html><html><script>alert(1)</script></html>                        ")]
    [InlineData("%PDF-1.7 and so on and so on and so on and so on")]
    [InlineData("BM this is a bitmap, which is not taken, of any size")]
    [InlineData("\0\0\0\u0018ftypisom\0\0\0\0isommp42 a film")]
    public void Anything_else_is_no_picture(string content) =>
        ImageHeader.Read(System.Text.Encoding.Latin1.GetBytes(content)).Should().BeNull();

    [Fact]
    public void Every_beginning_of_a_picture_and_every_changed_byte_is_read_without_a_fault()
    {
        foreach (var picture in new[] { Pictures.Png(), Pictures.Gif(), Pictures.WebP(), Pictures.Avif(), Pictures.Jpeg(Pictures.Exif(3)) })
        {
            for (var i = 0; i < picture.Length; i++)
            {
                _ = ImageHeader.Read(picture.AsSpan(0, i));
                foreach (var value in new byte[] { 0, 1, 0x7F, 0x80, 0xFF })
                {
                    byte[] changed = [.. picture];
                    changed[i] = value;
                    _ = ImageHeader.Read(changed);
                    _ = JpegPrivacy.Clean(changed);
                }
            }
        }
    }

    [Fact]
    public void A_picture_without_size_is_none()
    {
        ImageHeader.Read(Pictures.Png(0, 4)).Should().BeNull();
        ImageHeader.Read(Pictures.Png(4, -1)).Should().BeNull();
    }

    [Fact]
    public void What_a_camera_noted_is_taken_out_and_the_picture_stays()
    {
        var comment = Pictures.Segment(0xFE, "Made by canary"u8.ToArray());

        var clean = JpegPrivacy.Clean(Pictures.Jpeg(Pictures.Exif(1), comment));

        clean.Should().Equal(Pictures.Jpeg());
    }

    [Theory]
    [InlineData(6)]
    [InlineData(8)]
    public void The_orientation_stays(byte orientation)
    {
        var clean = JpegPrivacy.Clean(Pictures.Jpeg(Pictures.Exif(orientation)));

        System.Text.Encoding.Latin1.GetString(clean).Should().NotContain("GPS").And.Contain("Exif");
        ImageHeader.Read(clean).Should().Be(new ImageHeader(ImageKind.Jpeg, 11, 9));
        JpegPrivacy.Clean(clean).Should().Equal(clean, "cleaning again reads the same orientation");
    }

    [Fact]
    public void A_picture_with_nothing_noted_is_left_as_it_is()
    {
        var picture = Pictures.Jpeg();

        JpegPrivacy.Clean(picture).Should().BeSameAs(picture);
    }
}
