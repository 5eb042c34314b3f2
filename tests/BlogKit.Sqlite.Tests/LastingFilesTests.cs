using System.Text;
using BlogKit.Internal;

namespace BlogKit.Sqlite.Tests;

public sealed class LastingFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("blogkit-").FullName;

    private string File1 => Path.Combine(_folder, "file");

    private string Draft => Path.Combine(_folder, "file.part");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_file_is_written_into_folders_that_were_missing()
    {
        var folder = Path.Combine(_folder, "a", "b", "c");
        LastingFiles.CreateFolder(folder);
        LastingFiles.CreateFolder(folder);

        await LastingFiles.WriteAsync(Path.Combine(folder, "file"), "new"u8.ToArray(), Path.Combine(folder, "draft"), default);

        Directory.GetFiles(folder).Should().ContainSingle().Which.Should().EndWith("file");
        (await File.ReadAllTextAsync(Path.Combine(folder, "file"))).Should().Be("new");
    }

    [Fact]
    public async Task What_is_not_written_to_its_end_leaves_what_was_there()
    {
        await File.WriteAllTextAsync(File1, "old");
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        var write = () => LastingFiles.WriteAsync(File1, Encoding.UTF8.GetBytes("new"), Draft, source.Token);

        await write.Should().ThrowAsync<OperationCanceledException>();

        (await File.ReadAllTextAsync(File1)).Should().Be("old");
        File.Exists(Draft).Should().BeFalse();
    }

    [Fact]
    public async Task A_name_that_is_taken_is_not_given_again()
    {
        await File.WriteAllTextAsync(File1, "old");
        await File.WriteAllTextAsync(Draft, "new");
        var publish = () => LastingFiles.Publish(Draft, File1, overwrite: false);

        publish.Should().Throw<IOException>();

        (await File.ReadAllTextAsync(File1)).Should().Be("old");
        File.Exists(Draft).Should().BeFalse();
    }
}
