using System.Text;
using BlogKit.Storage;

namespace BlogKit.Interchange.Copy;

public sealed class CopyMediaTests
{
    [Fact]
    public async Task Files_go_into_a_folder_and_come_back_with_their_facts()
    {
        await using var here = await CopyPlace.CreateAsync();
        await using var there = await CopyPlace.CreateAsync();
        var (blog, file) = await WithFileAsync(here);
        var folder = Path.Combine(here.Folder, "files");

        var copy = await here.ExportAsync(blog, new CopyOptions { MediaFolder = folder });
        here.Lines.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Kind = "media", Id = file.Name, Outcome = CopyOutcome.Written });
        var report = await there.ImportAsync(copy, new CopyOptions { MediaFolder = folder });

        report.ByKind["media"].Should().Be(new CopyCounts { Stored = 1 });
        report.IsWhole.Should().BeTrue();
        (await there.Get<IMediaStore>().FindAsync(blog, file.Name, default)).Should().Be(file);
        await there.ImportAsync(copy, new CopyOptions { MediaFolder = folder });
        there.Lines.Single(static line => line.Kind == "media").Outcome.Should().Be(CopyOutcome.Unchanged);
    }

    [Fact]
    public async Task A_content_that_is_not_what_its_name_says_is_refused()
    {
        await using var here = await CopyPlace.CreateAsync();
        await using var there = await CopyPlace.CreateAsync();
        var (blog, file) = await WithFileAsync(here);
        var folder = Path.Combine(here.Folder, "files");
        var copy = await here.ExportAsync(blog, new CopyOptions { MediaFolder = folder });
        await File.WriteAllTextAsync(Path.Combine(folder, file.Name), "something else");
        await File.WriteAllTextAsync(Path.Combine(folder, "notes.txt"), "mine");

        await there.ImportAsync(copy, new CopyOptions { MediaFolder = folder });

        there.Lines.Where(static line => line.Kind == "media").Select(static line => (line.Id, line.Outcome))
            .Should().Equal((file.Name, CopyOutcome.Refused), ("notes.txt", CopyOutcome.Refused));
        (await there.Get<IMediaStore>().FindAsync(blog, file.Name, default)).Should().BeNull();
    }

    [Fact]
    public async Task Without_the_folder_the_contents_are_missing()
    {
        await using var here = await CopyPlace.CreateAsync();
        await using var there = await CopyPlace.CreateAsync();
        var (blog, _) = await WithFileAsync(here);
        var folder = Path.Combine(here.Folder, "files");
        var copy = await here.ExportAsync(blog, new CopyOptions { MediaFolder = folder });

        var report = await there.ImportAsync(copy);

        report.ByKind["media"].Should().Be(new CopyCounts { Missing = 1 });
    }

    [Fact]
    public async Task Files_that_no_line_names_are_taken_by_their_names()
    {
        await using var here = await CopyPlace.CreateAsync();
        await using var there = await CopyPlace.CreateAsync();
        var (blog, file) = await WithFileAsync(here);
        var folder = Path.Combine(here.Folder, "files");
        await here.ExportAsync(blog, new CopyOptions { MediaFolder = folder });

        var report = await there.ImportAsync(await here.ExportAsync(blog), new CopyOptions { MediaFolder = folder });

        report.ByKind["media"].Should().Be(new CopyCounts { Stored = 1 });
        (await there.Get<IMediaStore>().FindAsync(blog, file.Name, default)).Should().NotBeNull();
    }

    [Fact]
    public async Task A_name_that_leads_out_of_the_folder_is_none()
    {
        await using var here = await CopyPlace.CreateAsync();
        await using var there = await CopyPlace.CreateAsync();
        var (blog, file) = await WithFileAsync(here);
        var folder = Path.Combine(here.Folder, "files");
        var lines = Lines.Of(await here.ExportAsync(blog, new CopyOptions { MediaFolder = folder }));
        lines[^2] = lines[^2].Replace(file.Name, "../blog.db", StringComparison.Ordinal);

        await there.ImportAsync(Lines.File(lines), new CopyOptions { MediaFolder = folder });

        there.Lines.First(static line => line.Kind == "media").Detail.Should().Be("Its name is none of a stored file.");
    }

    private static async Task<(BlogId Blog, StoredMedia File)> WithFileAsync(CopyPlace place)
    {
        var blog = await place.FillAsync();
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("a file of some words"));
        var added = await place.Get<MediaService>().AddAsync(
            blog, content, "Größe 🐝.txt", Actor.System, new MediaLimits { TakesFiles = true });
        return (blog, added.File!);
    }
}
