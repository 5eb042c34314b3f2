using System.Buffers.Binary;
using System.Text;
using BlogKit.Internal;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Pictures with something to hide in every place their format has for it.</summary>
public sealed class PicturePrivacyTests
{
    internal const string Secret = "CANARY 52.5200N 13.4050E";

    private static byte[] Hidden => Encoding.ASCII.GetBytes(Secret);

    public static TheoryData<string, byte[]> WithSecrets() => new()
    {
        { "png", [
            .. Pictures.Png(),
            .. Chunk("eXIf", Exif(1)),
            .. Chunk("tEXt", [.. "Comment\0"u8, .. Hidden]),
            .. Chunk("zTXt", Hidden),
            .. Chunk("iTXt", Hidden),
            .. Chunk("tIME", Hidden),
            .. Chunk("caBX", Hidden),
            .. Chunk("IDAT", [1, 2]),
            .. Chunk("tEXt", Hidden),
            .. Chunk("IEND", []),
            .. Hidden,
        ] },
        { "webp", WebP(
            Riff("VP8X", [0x0C, 0, 0, 0, 6, 0, 0, 8, 0, 0]),
            Riff("ICCP", [1, 2, 3]),
            Riff("ANMF", [.. new byte[16], .. Riff("VP8L", [0x2F, 1]), .. Riff("meta", Hidden)]),
            Riff("VP8L", [0x2F, 1, 2, 3, 4]),
            Riff("EXIF", Hidden),
            Riff("XMP ", Hidden),
            Riff("C2PA", Hidden)) },
        { "gif", [
            .. Pictures.Gif()[..^1],
            0x21,
            0xFE,
            (byte)Hidden.Length,
            .. Hidden,
            0,
            0x21,
            0xFF,
            11,
            .. "XMP DataXMP"u8,
            (byte)Hidden.Length,
            .. Hidden,
            0,
            0x21,
            0xFF,
            11,
            .. "NETSCAPE2.0"u8,
            3,
            1,
            0,
            0,
            0,
            0x2C,
            0,
            0,
            0,
            0,
            5,
            0,
            4,
            0,
            0,
            2,
            2,
            1,
            1,
            0,
            0x3B,
            .. Hidden,
        ] },
        { "jpeg", [.. Pictures.Jpeg(
            Pictures.Exif(1, Secret),
            Pictures.Segment(0xFE, Hidden),
            Pictures.Segment(0xE2, [.. "MPF\0"u8, .. Hidden]),
            Pictures.Segment(0xEB, Hidden),
            Pictures.Segment(0xED, Hidden),
            Pictures.Segment(0xE0, [.. "JFXX\0"u8, .. Hidden])), .. Pictures.Jpeg(Pictures.Exif(6, Secret)), .. Hidden] },
        { "avif", Avif(out _) },
    };

    [Theory]
    [MemberData(nameof(WithSecrets))]
    public void What_was_noted_is_gone_and_the_picture_stays(string kind, byte[] picture)
    {
        var header = ImageHeader.Read(picture)!;
        Encoding.Latin1.GetString(picture).Should().Contain(Secret);

        var clean = PicturePrivacy.Clean(picture, header)!.Value.Content;

        Encoding.Latin1.GetString(clean).Should().NotContain("CANARY", kind);
        ImageHeader.Read(clean).Should().Be(header);
        PicturePrivacy.Clean(clean, header)!.Value.Content.Should().BeSameAs(clean, "there is nothing left to take out");
    }

    [Fact]
    public void What_shows_is_not_touched()
    {
        byte[] png =
        [
            .. Pictures.Png(),
            .. Chunk("gAMA", [0, 0, 1, 2]),
            .. Chunk("iCCP", [1]),
            .. Chunk("acTL", [0, 0]),
            .. Chunk("IDAT", [1, 2, 3]),
            .. Chunk("fdAT", [4]),
            .. Chunk("IEND", []),
        ];
        byte[] gif =
        [
            .. Pictures.Gif()[..^1],
            0x21,
            0xFF,
            11,
            .. "NETSCAPE2.0"u8,
            3,
            1,
            0,
            0,
            0,
            0x21,
            0xF9,
            4,
            0,
            0,
            0,
            0,
            0,
            0x2C,
            0,
            0,
            0,
            0,
            5,
            0,
            4,
            0,
            0x80,
            1,
            1,
            1,
            2,
            2,
            2,
            2,
            2,
            1,
            1,
            0,
            0x3B,
        ];
        byte[] progressive =
        [
            .. Pictures.Jpeg(
                Pictures.Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, 7]),
                Pictures.Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1]))[..^2],
            0xFF,
            0xD0,
            9,
            0xFF,
            0,
            8,
            .. Pictures.Segment(0xC4, [1, 2, 3]),
            .. Pictures.Segment(0xDA, [1, 1, 0, 0, 0x3F, 0]),
            5,
            6,
            0xFF,
            0xD9,
        ];
        var webp = WebP(
            Riff("VP8X", [0x10, 0, 0, 0, 6, 0, 0, 8, 0, 0]),
            Riff("ICCP", [1, 2, 3]),
            Riff("ANIM", [1, 2, 3, 4, 5, 6]),
            Riff("ANMF", [.. new byte[16], .. Riff("ALPH", [1]), .. Riff("VP8 ", [1, 2])]));

        foreach (var picture in new[] { png, gif, progressive, webp })
        {
            PicturePrivacy.Clean(picture, ImageHeader.Read(picture)!)!.Value.Content.Should().BeSameAs(picture);
        }
    }

    [Fact]
    public void Metadata_between_the_scans_of_a_jpeg_is_taken_out_too()
    {
        byte[] Scans(byte[] between) =>
            [.. Pictures.Jpeg()[..^2], .. between, .. Pictures.Segment(0xDA, [1, 1, 0, 0, 0x3F, 0]), 5, 6, 0xFF, 0xD9];

        JpegPrivacy.Clean(Scans(Pictures.Segment(0xFE, Hidden))).Should().Equal(Scans([]));
    }

    [Fact]
    public void The_small_picture_inside_a_jpeg_is_taken_out()
    {
        byte[] jpeg =
        [
            0xFF,
            0xD8,
            .. Pictures.Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 1, 8, .. Hidden]),
            .. Pictures.Jpeg()[20..],
        ];

        JpegPrivacy.Clean(jpeg).Should().Equal(Pictures.Jpeg());
    }

    [Fact]
    public void The_orientation_of_a_png_stays()
    {
        byte[] png = [.. Pictures.Png(), .. Chunk("eXIf", Exif(6)), .. Chunk("IDAT", [1]), .. Chunk("IEND", [])];

        var clean = PngPrivacy.Clean(png);

        var text = Encoding.Latin1.GetString(clean);
        text.Should().NotContain("CANARY").And.Contain("eXIf");
        ExifOrientation.Read(clean.AsSpan(text.IndexOf("eXIf", StringComparison.Ordinal) + 4)).Should().Be(6);
    }

    [Fact]
    public void The_items_of_an_avif_that_show_are_left_where_they_are()
    {
        var picture = Avif(out var shown);

        var clean = AvifPrivacy.Clean(picture, out var largest)!;

        largest.Should().Be((640L, 480L));
        Encoding.Latin1.GetString(clean)[shown..].Should().StartWith("PIXELS").And.NotContain("CANARY");
        clean.Should().HaveCount(picture.Length - Hidden.Length, "only what stands behind the last box is cut off");
    }

    [Fact]
    public void Boxes_that_are_nested_without_end_are_no_picture()
    {
        const int depth = 200_000;
        var picture = new byte[24 + (depth * 8)];
        Box("ftyp", [.. "avif"u8, 0, 0, 0, 0, .. "mif1avif"u8]).CopyTo(picture, 0);
        for (var i = 0; i < depth; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(picture.AsSpan(24 + (i * 8)), picture.Length - 24 - (i * 8));
            "moov"u8.CopyTo(picture.AsSpan(28 + (i * 8)));
        }

        AvifPrivacy.Clean(picture, out _).Should().BeNull();
    }

    [Fact]
    public void Items_that_are_each_the_whole_file_are_no_picture()
    {
        byte[] item = [0, 7, 0, 0, 0, 1, .. Number(0), .. Number(100)];
        byte[] Picture(byte count) =>
        [
            .. Box("ftyp", [.. "avif"u8, 0, 0, 0, 0, .. "mif1avif"u8]),
            .. Box(
                "meta",
                [0, 0, 0, 0],
                Box("iloc", [0, 0, 0, 0, 0x44, 0, 0, count, .. Enumerable.Repeat(item, count).SelectMany(static i => i)])),
            .. Box("mdat", new byte[100]),
        ];

        AvifPrivacy.Clean(Picture(1), out _).Should().NotBeNull();
        AvifPrivacy.Clean(Picture(9), out _).Should().BeNull("whatever is overwritten is overwritten once");
    }

    [Fact]
    public void A_file_with_two_lists_of_items_is_no_picture()
    {
        var picture = Avif(out _);
        var meta = Box("meta", [0, 0, 0, 0], Box("iloc", [0, 0, 0, 0, 0x44, 0, 0, 0]));

        AvifPrivacy.Clean([.. picture[..24], .. meta, .. Box("mdat", new byte[8])], out _).Should().NotBeNull();
        AvifPrivacy.Clean([.. picture[..24], .. meta, .. meta, .. Box("mdat", new byte[8])], out _).Should().BeNull();
    }

    [Fact]
    public void An_avif_whose_items_lead_nowhere_is_no_picture()
    {
        var picture = Avif(out var shown);
        var place = picture.AsSpan().IndexOf(Number(shown));
        BinaryPrimitives.WriteUInt32BigEndian(picture.AsSpan(place), 0x7FFFFFFF);

        AvifPrivacy.Clean(picture, out _).Should().BeNull();
    }

    [Theory]
    [MemberData(nameof(WithSecrets))]
    public void Every_beginning_and_every_changed_byte_is_cleaned_without_a_fault(string kind, byte[] picture)
    {
        for (var i = 0; i < picture.Length; i++)
        {
            Check(picture[..i]);
            foreach (var value in new byte[] { 0, 1, 0x7F, 0x80, 0xFF })
            {
                byte[] changed = [.. picture];
                changed[i] = value;
                Check(changed);
            }
        }

        void Check(byte[] content)
        {
            if (ImageHeader.Read(content) is { } header && PicturePrivacy.Clean(content, header) is { } clean)
            {
                clean.Content.Length.Should().BeLessThanOrEqualTo(content.Length + 64, kind);
            }
        }
    }

    [Fact]
    public void The_frames_of_a_gif_count_whatever_its_screen_says()
    {
        byte[] gif = [.. Pictures.Gif()[..^1], 0x2C, 0, 0, 0, 0, 0xFF, 0xFF, 0xFE, 0xFF, 0, 2, 2, 1, 1, 0, 0x3B];

        PicturePrivacy.Clean(gif, ImageHeader.Read(gif)!)!.Value
            .Should().Match<(byte[] Content, long Width, long Height)>(p => p.Width == 65_535 && p.Height == 65_534);
    }

    private static byte[] Exif(byte orientation) =>
        [.. "II"u8, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0, .. Hidden];

    private static byte[] Chunk(string name, byte[] data) =>
        [.. Number(data.Length), .. Encoding.ASCII.GetBytes(name), .. data, 0, 0, 0, 0];

    private static byte[] Riff(string name, byte[] data)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, data.Length);
        return [.. Encoding.ASCII.GetBytes(name), .. size, .. data, .. data.Length % 2 == 0 ? Array.Empty<byte>() : [0]];
    }

    private static byte[] WebP(params byte[][] chunks) => Riff("RIFF", [.. "WEBP"u8, .. chunks.SelectMany(c => c)]);

    private static byte[] Box(string name, params byte[][] parts)
    {
        var data = parts.SelectMany(p => p).ToArray();
        return [.. Number(data.Length + 8), .. Encoding.ASCII.GetBytes(name), .. data];
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    /// <summary>
    /// A picture, its Exif and its XMP as items; one more piece of data that nothing refers to; further boxes; and something behind the
    /// end.
    /// </summary>
    private static byte[] Avif(out int shown)
    {
        byte[] pixels = [.. "PIXELS"u8];
        var begin = Box("ftyp", [.. "avif"u8, 0, 0, 0, 0, .. "mif1avif"u8]);
        var length = Meta(0).Length;
        var media = begin.Length + length + Box("uuid", Hidden).Length + 8;
        shown = media;
        return
        [
            .. begin,
            .. Meta(media),
            .. Box("uuid", Hidden),
            .. Box("mdat", pixels, Hidden, Hidden, Hidden),
            .. Box("free", Hidden),
            .. Hidden,
        ];

        byte[] Meta(int at) => Box(
            "meta",
            [0, 0, 0, 0],
            Box("hdlr", [0, 0, 0, 0, 0, 0, 0, 0, .. "pict"u8, .. new byte[13]]),
            Box("pitm", [0, 0, 0, 0, 0, 1]),
            Box(
                "iloc",
                [0, 0, 0, 0, 0x44, 0, 0, 3],
                Item(1, at, pixels.Length),
                Item(2, at + pixels.Length, Hidden.Length),
                Item(3, at + pixels.Length + Hidden.Length, Hidden.Length)),
            Box("iinf", [0, 0, 0, 0, 0, 3], Info(1, "av01", Secret), Info(2, "Exif", ""), Info(3, "mime", "\0application/rdf+xml")),
            Box("iprp", Box(
                "ipco",
                Box("ispe", [0, 0, 0, 0, .. Number(640), .. Number(480)]),
                Box("udes", Hidden),
                Box("cmex", Hidden),
                Box("odd ", Hidden))),
            Box("xml ", Hidden));

        static byte[] Item(byte id, int start, int length) => [0, id, 0, 0, 0, 1, .. Number(start), .. Number(length)];

        static byte[] Info(byte id, string kind, string name) =>
            Box("infe", [2, 0, 0, 0, 0, id, 0, 0, .. Encoding.ASCII.GetBytes(kind), .. Encoding.ASCII.GetBytes(name), 0]);
    }
}
