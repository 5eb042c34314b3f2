using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using BlogKit.Storage;

namespace BlogKit.Interchange.Copy;

/// <summary>What is not exactly a copy is told, line by line, and keeps nothing else back.</summary>
public sealed partial class CopyHostileTests
{
    [Theory]
    [InlineData("", "is empty")]
    [InlineData("hello", "no copy of a blog")]
    [InlineData("<?xml version=\"1.0\"?>", "no copy of a blog")]
    [InlineData("[]", "no copy of a blog")]
    [InlineData("{\"format\":\"other\",\"version\":1}", "no copy of a blog")]
    [InlineData("{\"format\":\"blogkit\",\"version\":\"1\"}", "no copy of a blog")]
    [InlineData("{\"format\":\"blogkit\",\"version\":1}", "no copy of a blog")]
    [InlineData("{\"format\":\"blogkit\",\"version\":2,\"more\":true}", "of version 2")]
    [InlineData("{\"format\":\"blogkit\",\"version\":1e99}", "of version 1e99")]
    [InlineData("{\"format\":\"\\ud800\",\"version\":1}", "no copy of a blog")]
    public async Task A_file_without_the_header_is_no_copy(string file, string why)
    {
        await using var place = await CopyPlace.CreateAsync(isInMemory: true);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(file));

        var import = () => place.Copy.ImportAsync(stream, null, Actor.System);

        (await import.Should().ThrowAsync<ImportSourceException>()).Which.Message.Should().Contain(why);
    }

    [Theory]
    [InlineData("not json", "JSON")]
    [InlineData("[1,2]", "no JSON object")]
    [InlineData("{}", "first member is not 'kind'")]
    [InlineData("{\"ban\":{},\"kind\":\"ban\"}", "first member is not 'kind'")]
    [InlineData("{\"kind\":7}", "first member is not 'kind'")]
    [InlineData("{\"kind\":\"poem\"}", "no kind 'poem'")]
    [InlineData("{\"kind\":\"Post\"}", "no kind 'Post'")]
    [InlineData("{\"kind\":\"post\"", "")]
    [InlineData("{\"kind\":\"post\"}", "post")]
    [InlineData("{\"kind\":\"post\",\"post\":null}", "")]
    [InlineData("{\"kind\":\"post\",\"post\":[]}", "")]
    [InlineData("{\"kind\":\"formerSlug\",\"postId\":\"\\ud800\",\"slug\":\"a\"}", "")]
    [InlineData("{\"kind\":\"\\udc00\"}", "")]
    public async Task A_line_that_is_no_item_is_refused_with_its_number(string line, string why)
    {
        await using var here = await CopyPlace.CreateAsync(isInMemory: true);
        var lines = Lines.Of(await here.ExportAsync(await here.FillAsync()));
        lines.Insert(3, line);

        var report = await here.ImportAsync(Lines.File(lines));

        var refused = here.Lines.Where(static l => l is { Outcome: CopyOutcome.Refused, Line: 4 }).Should().ContainSingle().Which;
        refused.Detail.Should().NotBeNullOrEmpty();
        refused.Detail!.Contains(why, StringComparison.Ordinal).Should().BeTrue("the reason is {0}", refused.Detail);
        report.Counts.Unchanged.Should().BeGreaterThanOrEqualTo(lines.Count - 6);
    }

    [Theory]
    [InlineData("ban", "\"ban\":{", "\"ban\":{\"surprise\":1,", "surprise")]
    [InlineData("ban", "\"ban\":{", "\"explanation\":\"x\",\"ban\":{", "explanation")]
    [InlineData("ban", "{\"kind\":\"ban\",", "{\"kind\":\"ban\",\"kind\":\"ban\",", "kind")]
    [InlineData("ban", "{\"kind\":\"ban\",", "{\"kind\":\"ban\",\"size\":3,", "size")]
    [InlineData("ban", "\"key\":", "\"key\":\"twice\",\"key\":", "key")]
    [InlineData("ban", "\"key\":\"", "\"key\":12,\"reason\":\"", "")]
    [InlineData("comment", "\"explanation\"", "\"explanation\"", null)]
    [InlineData("post", "\"format\":\"markdown\"", "\"format\":\"poetry\"", "html, markdown")]
    [InlineData("post", "\"format\":\"markdown\"", "\"format\":\"Markdown\"", "html, markdown")]
    [InlineData("post", "\"format\":\"markdown\"", "\"format\":0", "html, markdown")]
    [InlineData("post", "\"format\":\"markdown\"", "\"format\":\"markdown, html\"", "html, markdown")]
    [InlineData("post", "\"tags\":", "\"tags\":null,\"unknown\":", "")]
    [InlineData("post", "\"title\":", "\"title2\":", "title")]
    [InlineData("author", "\"roles\":[", "\"roles\":[\"emperor\",", "contributor")]
    [InlineData("post", "\"createdAt\":\"2026-", "\"createdAt\":\"2026-13-", "moment")]
    [InlineData("post", "\"createdAt\":\"2026-", "\"createdAt\":\"0000-", "moment")]
    [InlineData("post", "\"createdAt\":\"2026-", "\"createdAt\":\"10000-", "moment")]
    [InlineData("post", "\"title\":\"", "\"title\":\"\\ud800", "")]
    [InlineData("post", "\"title\":\"", "\"title\":\"\\u0000", "")]
    public async Task A_member_that_is_not_as_it_must_be_is_refused(string kind, string text, string other, string? why)
    {
        await using var here = await CopyPlace.CreateAsync(isInMemory: true);
        await using var there = await CopyPlace.CreateAsync(isInMemory: true);
        var lines = Lines.Of(await here.ExportAsync(await here.FillAsync()));
        var at = lines.FindIndex(line => line.StartsWith($"{{\"kind\":\"{kind}\"", StringComparison.Ordinal)
            && line.Contains(text, StringComparison.Ordinal));
        if (why is null)
        {
            // What follows from other members is not written.
            at.Should().Be(-1);
            return;
        }

        lines[at] = Replace(lines[at], text, other);

        var report = await there.ImportAsync(Lines.File(lines));

        var line = there.Lines.Single(l => l.Line == at + 1);
        line.Outcome.Should().Be(CopyOutcome.Refused, "the line is {0}", lines[at]);
        line.Detail.Should().NotBeNullOrEmpty();
        line.Detail!.Contains(why, StringComparison.Ordinal).Should().BeTrue("the reason is {0}", line.Detail);
        report.IsWhole.Should().BeTrue("a line that is refused is there all the same");
    }

    [Fact]
    public async Task A_moment_at_the_end_of_time_is_refused_or_stored_whole()
    {
        await using var here = await CopyPlace.CreateAsync();
        await using var there = await CopyPlace.CreateAsync();
        var blog = await here.FillAsync();
        var lines = Lines.Of(await here.ExportAsync(blog));
        var at = lines.First("post");
        lines[at] = CreatedAt().Replace(lines[at], "\"createdAt\":\"9999-12-31T23:59:59.9999999Z\"", 1);

        await there.ImportAsync(Lines.File(lines));

        there.Lines.Single(l => l.Line == at + 1).Outcome.Should().Be(CopyOutcome.Stored);
        (await there.ItemsAsync(blog)).OfType<TransferredPost>().Should().Contain(static p => p.Post.CreatedAt == DateTimeOffset.MaxValue);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(-40)]
    public async Task A_file_that_breaks_off_is_told_and_what_it_has_is_stored(int missing)
    {
        await using var here = await CopyPlace.CreateAsync(isInMemory: true);
        await using var there = await CopyPlace.CreateAsync(isInMemory: true);
        var lines = Lines.Of(await here.ExportAsync(await here.FillAsync()));
        lines.RemoveAt(lines.Count - 1);
        var file = Lines.File(lines);

        var report = await there.ImportAsync(file[..(file.Length + missing)]);

        report.IsWhole.Should().BeFalse();
        there.Lines[^1].Kind.Should().Be("end");
        there.Lines[^1].Outcome.Should().Be(CopyOutcome.Refused);
        report.Counts.Stored.Should().BeGreaterThanOrEqualTo(lines.Count - 2);
    }

    [Fact]
    public async Task A_compressed_file_that_breaks_off_is_told()
    {
        await using var here = await CopyPlace.CreateAsync(isInMemory: true);
        await using var there = await CopyPlace.CreateAsync(isInMemory: true);
        var file = await here.ExportAsync(await here.FillAsync(), new CopyOptions { Compresses = true });

        var report = await there.ImportAsync(file[..(file.Length / 2)]);

        report.IsWhole.Should().BeFalse();
        there.Lines[^1].Outcome.Should().Be(CopyOutcome.Refused);
        report.Counts.Stored.Should().BePositive();
    }

    [Fact]
    public async Task A_line_that_was_taken_out_or_put_behind_the_end_is_told()
    {
        await using var here = await CopyPlace.CreateAsync(isInMemory: true);
        await using var there = await CopyPlace.CreateAsync(isInMemory: true);
        var lines = Lines.Of(await here.ExportAsync(await here.FillAsync()));
        lines.Add(lines[^2]);
        lines.RemoveAt(lines.First("ban"));

        var report = await there.ImportAsync(Lines.File(lines));

        report.IsWhole.Should().BeFalse();
        there.Lines.Where(static line => line.Outcome == CopyOutcome.Refused).Select(static line => line.Detail)
            .Should().BeEquivalentTo(
                "The end says that there are 2 lines of the kind 'ban', and 1 are.", "The line stands behind the end of the copy.");
    }

    [Fact]
    public async Task A_huge_line_is_refused_without_being_held()
    {
        await using var here = await CopyPlace.CreateAsync(isInMemory: true);
        var lines = Lines.Of(await here.ExportAsync(await here.FillAsync()));
        await using var stream = new ManyBytes(
            Lines.File(lines.Take(2)), 300_000_000, Encoding.UTF8.GetBytes("\n" + string.Join('\n', lines.Skip(2)) + "\n"));
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var report = await here.Copy.ImportAsync(
            stream, new CopyOptions { MaximumLineLength = 1 << 20 }, Actor.System, here.Lines.Add);

        (GC.GetTotalAllocatedBytes(precise: true) - before).Should().BeLessThan(100_000_000);
        here.Lines.Single(static line => line.Outcome == CopyOutcome.Refused).Should().BeEquivalentTo(
            new { Line = 3L, Detail = "The line is longer than 1048576 bytes." });
        report.Value.IsWhole.Should().BeTrue();
    }

    [Fact]
    public async Task A_line_as_long_as_it_may_be_is_read()
    {
        await using var place = await CopyPlace.CreateAsync(isInMemory: true);
        var lines = Lines.Of(await place.ExportAsync(await place.FillAsync()));
        lines[0] = lines[0].PadRight(200_000);
        lines[1] = lines[1].PadRight(200_001);

        await place.ImportAsync(Lines.File(lines), new CopyOptions { MaximumLineLength = 200_000 });

        place.Lines.Where(static line => line.Outcome == CopyOutcome.Refused).Select(static line => line.Line).Should().Contain(2);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public async Task Deep_nesting_is_refused(string open, string close)
    {
        await using var place = await CopyPlace.CreateAsync(isInMemory: true);
        var lines = Lines.Of(await place.ExportAsync(await place.FillAsync()));
        var nested = string.Concat(Enumerable.Repeat(open, 100_000)) + "1" + string.Concat(Enumerable.Repeat(close, 100_000));
        lines.Insert(2, $"{{\"kind\":\"post\",\"post\":{nested}}}");

        await place.ImportAsync(Lines.File(lines));

        place.Lines.Single(static line => line.Line == 3).Outcome.Should().Be(CopyOutcome.Refused);
    }

    [Fact]
    public async Task An_item_of_another_blog_is_refused()
    {
        await using var here = await CopyPlace.CreateAsync(isInMemory: true);
        await using var there = await CopyPlace.CreateAsync(isInMemory: true);
        var blog = await here.FillAsync();
        var lines = Lines.Of(await here.ExportAsync(blog));
        var at = lines.First("category");
        lines[at] = lines[at].Replace(blog.ToString(), "0199aaaa000070008000000000000000", StringComparison.Ordinal);

        await there.ImportAsync(Lines.File(lines));

        var line = there.Lines.Single(l => l.Line == at + 1);
        line.Outcome.Should().Be(CopyOutcome.Refused);
        line.Detail.Should().StartWith("It is of blog");
    }

    [Fact]
    public async Task What_stands_in_front_of_what_it_depends_on_is_missing_it()
    {
        await using var here = await CopyPlace.CreateAsync(isInMemory: true);
        await using var there = await CopyPlace.CreateAsync(isInMemory: true);
        var lines = Lines.Of(await here.ExportAsync(await here.FillAsync()));
        lines.RemoveAt(lines.First("author"));

        await there.ImportAsync(Lines.File(lines));

        there.Lines.Should().Contain(static line => line.Outcome == CopyOutcome.Missing && line.Detail!.StartsWith("author "));
    }

    [Theory]
    [InlineData("\r\n", false)]
    [InlineData("\n", true)]
    [InlineData("\n\n", false)]
    public async Task Ends_of_lines_blank_lines_and_a_mark_in_front_are_overlooked(string end, bool hasMark)
    {
        await using var here = await CopyPlace.CreateAsync(isInMemory: true);
        await using var there = await CopyPlace.CreateAsync(isInMemory: true);
        var file = Lines.File(Lines.Of(await here.ExportAsync(await here.FillAsync())), end);

        var report = await there.ImportAsync(hasMark ? [0xEF, 0xBB, 0xBF, .. file] : file);

        report.IsWhole.Should().BeTrue();
        report.Counts.Stored.Should().Be(report.Counts.Sum);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        await using var place = await CopyPlace.CreateAsync(isInMemory: true);
        var lines = Lines.Of(await place.ExportAsync(await place.FillAsync()));
        byte[] line = [.. "{\"kind\":\"formerSlug\",\"postId\":\""u8, 0xFF, 0xC0, 0x80, .. "\",\"slug\":\"a\"}\n"u8];

        await place.ImportAsync([.. Lines.File(lines.Take(2)), .. line, .. Lines.File(lines.Skip(2))]);

        place.Lines.Single(static l => l.Line == 3).Outcome.Should().Be(CopyOutcome.Refused);
    }

    [Fact]
    public async Task A_bomb_of_gzip_is_one_line_that_is_too_long()
    {
        await using var place = await CopyPlace.CreateAsync(isInMemory: true);
        var lines = Lines.Of(await place.ExportAsync(await place.FillAsync()));
        using var file = new MemoryStream();
        await using (var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(Lines.File(lines.Take(2)));
            for (var i = 0; i < 100; i++)
            {
                await gzip.WriteAsync(new byte[1 << 20]);
            }
        }

        var report = await place.ImportAsync(file.ToArray(), new CopyOptions { MaximumLineLength = 1 << 20 });

        report.IsWhole.Should().BeFalse();
        place.Lines.Should().Contain(static line => line.Detail == "The line is longer than 1048576 bytes.");
    }

    [GeneratedRegex("\"createdAt\":\"[^\"]*\"", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CreatedAt();

    private static string Replace(string line, string text, string other)
    {
        var at = line.IndexOf(text, StringComparison.Ordinal);
        at.Should().BeGreaterThanOrEqualTo(0, "the line is {0}", line);
        return line[..at] + other + line[(at + text.Length)..];
    }
}
