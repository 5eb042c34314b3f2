using System.Text;
using BlogKit.Internal;

namespace BlogKit.Tests.Media;

public sealed class MediaKindTests
{
    [Theory]
    [InlineData("%PDF-1.7", "application/pdf")]
    [InlineData("ID3\u0004", "audio/mpeg")]
    [InlineData("\u00FF\u00FB\u0090\u0064", "audio/mpeg")]
    [InlineData("\0\0\0\u0018ftypisom", "video/mp4")]
    [InlineData("\0\0\0\u0018ftypM4A ", "audio/mp4")]
    [InlineData("\0\0\0\u0018ftypheic", "application/octet-stream")]
    [InlineData("OggS", "audio/ogg")]
    [InlineData("fLaC", "audio/flac")]
    [InlineData("RIFF\0\0\0\0WAVE", "audio/wav")]
    [InlineData("\u001A\u0045\u00DF\u00A3\0\0\0\0webm", "video/webm")]
    [InlineData("\u001A\u0045\u00DF\u00A3\0\0\0\0matroska", "application/octet-stream")]
    [InlineData("PK\u0003\u0004", "application/zip")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "application/octet-stream")]
    [InlineData("<!DOCTYPE html><script>alert(1)</script>", "application/octet-stream")]
    [InlineData("alert(1)", "application/octet-stream")]
    [InlineData("\u00FF\u00FE<\0h\0", "application/octet-stream")]
    [InlineData("", "application/octet-stream")]
    public void What_is_no_picture_is_known_by_its_first_bytes(string start, string type) =>
        FileStart.KindOf(Encoding.Latin1.GetBytes(start)).ContentType.Should().Be(type);

    [Fact]
    public void Every_start_of_every_length_is_read()
    {
        var random = new Random(11);
        foreach (var start in (string[])["%PDF-", "ID3", "\0\0\0\u0018ftypavif", "RIFF\0\0\0\0WEBP", "\u001A\u0045\u00DF\u00A3", "\u00FF\u00D8\u00FF"])
        {
            var bytes = Encoding.Latin1.GetBytes(start);
            for (var length = 0; length <= bytes.Length; length++)
            {
                var read = () => (FileStart.IsPicture(bytes.AsSpan(0, length)), FileStart.KindOf(bytes.AsSpan(0, length)));
                read.Should().NotThrow();
            }
        }

        for (var i = 0; i < 2_000; i++)
        {
            var noise = new byte[random.Next(0, 80)];
            random.NextBytes(noise);
            FileStart.KindOf(noise).IsPicture.Should().BeFalse();
        }
    }

    [Theory]
    [InlineData("png", true)]
    [InlineData("pdf", true)]
    [InlineData("bin", true)]
    [InlineData("html", false)]
    [InlineData("svg", false)]
    [InlineData("js", false)]
    [InlineData("", false)]
    [InlineData("PNG", false)]
    public void Only_names_with_a_known_extension_are_names(string extension, bool isOne) =>
        (MediaKind.FindByName($"{new string('a', 64)}.{extension}") is not null).Should().Be(isOne);

    [Fact]
    public void A_name_says_its_kind()
    {
        var name = MediaKind.Of("mp3").FormatName(new byte[32]);

        name.Should().Be(new string('0', 64) + ".mp3");
        MediaKind.FindByName(name)!.ContentType.Should().Be("audio/mpeg");
    }
}
