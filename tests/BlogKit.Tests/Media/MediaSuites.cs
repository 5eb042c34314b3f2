using BlogKit.Specification;
using BlogKit.Storage;

namespace BlogKit.Tests.Media;

public sealed class InMemoryMedia : MediaSpecification
{
    private readonly InMemoryMediaStore _store = new();

    public override Task DisposeAsync() => Task.CompletedTask;

    protected override Task<IMediaStore> OpenAsync() => Task.FromResult<IMediaStore>(_store);
}

public sealed class FileSystemMedia : MediaSpecification
{
    private readonly string _folder = Directory.CreateTempSubdirectory("blogkit-media-").FullName;

    public override Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    protected override Task<IMediaStore> OpenAsync() =>
        Task.FromResult<IMediaStore>(new FileSystemMediaStore(Path.Combine(_folder, "files"), new BlogKit.Internal.MonotonicUuidV7Generator(TimeProvider.System)));

    protected override Task AssertNothingIsLeftAsync()
    {
        Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Should().BeEmpty();
        return Task.CompletedTask;
    }
}
