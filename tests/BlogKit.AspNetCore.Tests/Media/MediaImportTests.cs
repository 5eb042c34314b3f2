using System.Net;
using System.Text;
using BlogKit.Storage;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Pictures and files that are fetched from another site.</summary>
public sealed class MediaImportTests : IAsyncLifetime
{
    private static readonly BlogId s_blog = new(Guid.Parse("018f0000-0000-7000-8000-000000000001"));
    private static readonly MediaLimits s_files = new() { TakesFiles = true, MaximumFileLength = 100_000, MaximumPictureLength = 50_000 };
    private static readonly FetchBounds s_bounds = new() { MaximumBytes = 200_000, Timeout = TimeSpan.FromSeconds(2), MaximumRedirects = 2 };

    private readonly InMemoryMediaStore _store = new();
    private readonly GuardedWeb _web = new(new Elsewhere.Guard(), TimeProvider.System);
    private Elsewhere _elsewhere = null!;
    private MediaService _media = null!;

    public async Task InitializeAsync()
    {
        _elsewhere = await Elsewhere.StartAsync();
        _media = new MediaService(_store, _web, TimeProvider.System);
    }

    public async Task DisposeAsync()
    {
        ((IDisposable)_web).Dispose();
        await _elsewhere.DisposeAsync();
    }

    [Fact]
    public async Task A_picture_is_stored_clean_under_the_name_of_its_address()
    {
        var url = Bytes("/2009/05/caf%C3%A9.jpg", Pictures.Jpeg(Pictures.Exif(6)), "text/html");

        var result = await ImportAsync(url);

        result.Outcome.Should().Be(MediaOutcome.Added);
        result.File!.OriginalName.Should().Be("café.jpg");
        MediaKind.FindByName(result.File.Name)!.ContentType.Should().Be("image/jpeg");
        using var content = (MemoryStream)(await _store.OpenAsync(s_blog, result.File.Name, default))!;
        Encoding.Latin1.GetString(content.ToArray()).Should().NotContain("GPS");
    }

    [Fact]
    public async Task The_name_that_the_other_site_gives_comes_first()
    {
        var url = _elsewhere.Page("/download", context =>
        {
            context.Response.Headers.ContentDisposition = "attachment; filename=\"x\"; filename*=UTF-8''..%2F%E6%BC%A2.pdf";
            return context.Response.WriteAsync("%PDF-1.7");
        });

        (await ImportAsync(url)).File!.OriginalName.Should().Be("漢.pdf");
    }

    [Fact]
    public async Task A_file_is_stored_only_where_the_limits_take_files()
    {
        var url = Bytes("/a.pdf", "%PDF-1.7"u8.ToArray());

        (await _media.ImportAsync(s_blog, url, Actor.System, null, s_bounds)).Outcome.Should().Be(MediaOutcome.WrongKind);
        (await ImportAsync(url)).Outcome.Should().Be(MediaOutcome.Added);
        (await ImportAsync(url)).Outcome.Should().Be(MediaOutcome.AlreadyThere);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://10.0.0.1/a.png")]
    [InlineData("http://user@example.org/a.png")]
    [InlineData("file:///etc/passwd")]
    public async Task What_is_not_on_the_public_web_is_not_asked(string url) =>
        (await ImportAsync(new Uri(url))).Should().Match<MediaResult>(r => r.Outcome == MediaOutcome.AddressForbidden && r.Reason != null);

    [Fact]
    public async Task A_redirect_is_followed_but_not_into_the_private_network_nor_for_ever()
    {
        Bytes("/there.png", Pictures.Png());
        var moved = _elsewhere.Page("/moved.png", "", status: 301, headers: ("Location", "/there.png"));
        var inside = _elsewhere.Page("/inside.png", "", status: 302, headers: ("Location", "http://10.0.0.1/"));
        var endless = _elsewhere.Page("/endless.png", "", status: 302, headers: ("Location", "/endless.png"));

        (await ImportAsync(moved)).Outcome.Should().Be(MediaOutcome.Added);
        (await ImportAsync(inside)).Outcome.Should().Be(MediaOutcome.AddressForbidden);
        (await ImportAsync(endless)).Outcome.Should().Be(MediaOutcome.Unusable);
    }

    [Theory]
    [InlineData(404, MediaOutcome.Unusable)]
    [InlineData(403, MediaOutcome.Unusable)]
    [InlineData(429, MediaOutcome.Unreachable)]
    [InlineData(503, MediaOutcome.Unreachable)]
    public async Task An_answer_without_a_file_is_told_by_its_status(int status, MediaOutcome outcome)
    {
        var result = await ImportAsync(_elsewhere.Page("/x.png", "<p>Sorry", status: status));

        result.Outcome.Should().Be(outcome);
        result.Reason.Should().Contain(status.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await NothingIsStoredAsync();
    }

    [Fact]
    public async Task What_is_too_large_is_not_taken_whether_it_says_so_or_not()
    {
        var said = Bytes("/said.bin", new byte[300_000]);
        var unsaid = _elsewhere.Page("/unsaid.bin", async context =>
        {
            for (var i = 0; i < 100 && !context.RequestAborted.IsCancellationRequested; i++)
            {
                await context.Response.Body.WriteAsync(new byte[10_000]);
                await context.Response.Body.FlushAsync();
            }
        });
        var picture = Bytes("/large.png", [.. Pictures.Png(), .. new byte[60_000]]);

        (await ImportAsync(said)).Outcome.Should().Be(MediaOutcome.Unusable);
        (await ImportAsync(unsaid)).Outcome.Should().Be(MediaOutcome.TooLarge);
        (await ImportAsync(picture)).Outcome.Should().Be(MediaOutcome.TooLarge);
        await NothingIsStoredAsync();
    }

    [Fact]
    public async Task What_breaks_off_keeps_nothing()
    {
        var url = _elsewhere.Page("/half.bin", async context =>
        {
            context.Response.ContentLength = 50_000;
            await context.Response.Body.WriteAsync(new byte[20_000]);
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        (await ImportAsync(url)).Outcome.Should().Be(MediaOutcome.Unreachable);
        await NothingIsStoredAsync();
    }

    [Fact]
    public async Task What_is_too_slow_is_not_waited_for()
    {
        var url = _elsewhere.Page("/slow.bin", async context =>
        {
            await context.Response.Body.WriteAsync(new byte[10]);
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
        });

        (await ImportAsync(url)).Outcome.Should().Be(MediaOutcome.Unreachable);
        await NothingIsStoredAsync();
    }

    [Fact]
    public async Task A_store_without_room_is_no_fault_of_the_other_site()
    {
        var media = new MediaService(new FullMedia(), _web, TimeProvider.System);

        var importing = () => media.ImportAsync(s_blog, Bytes("/a.png", Pictures.Png()), Actor.System, s_files, s_bounds);

        await importing.Should().ThrowAsync<StoreUnavailableException>();
    }

    [Fact]
    public async Task Whoever_may_not_write_makes_no_request()
    {
        var result = await _media.ImportAsync(s_blog, Bytes("/a.png", Pictures.Png()), Actor.Anonymous, s_files, s_bounds);

        result.Outcome.Should().Be(MediaOutcome.NotAllowed);
        _elsewhere.Asked.Should().Be(0);
    }

    [Fact]
    public async Task A_caller_who_stops_is_told_so()
    {
        using var stopped = new CancellationTokenSource();
        var url = _elsewhere.Page("/stop.bin", async context =>
        {
            await stopped.CancelAsync();
            await context.Response.WriteAsync("x");
        });

        var importing = () => _media.ImportAsync(s_blog, url, Actor.System, s_files, s_bounds, stopped.Token);

        await importing.Should().ThrowAsync<OperationCanceledException>();
    }

    private Task<MediaResult> ImportAsync(Uri url) => _media.ImportAsync(s_blog, url, Actor.System, s_files, s_bounds);

    private Uri Bytes(string path, byte[] content, string type = "application/octet-stream") =>
        new(_elsewhere.Page(Uri.UnescapeDataString(path), context =>
        {
            context.Response.StatusCode = (int)HttpStatusCode.OK;
            context.Response.ContentType = type;
            context.Response.ContentLength = content.Length;
            return context.Response.Body.WriteAsync(content).AsTask();
        }), path);

    private async Task NothingIsStoredAsync() => (await _store.ListAsync(s_blog, null, 1, default)).Items.Should().BeEmpty();

    private sealed class FullMedia : IMediaStore
    {
        public Task<MediaAddition> AddAsync(BlogId blogId, NewMedia file, Stream content, CancellationToken cancellationToken) =>
            throw new StoreUnavailableException("Full.") { IsFull = true };

        public Task<StoredMedia?> FindAsync(BlogId blogId, string name, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Stream?> OpenAsync(BlogId blogId, string name, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<bool> DeleteAsync(BlogId blogId, string name, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Slice<StoredMedia>> ListAsync(BlogId blogId, MediaCursor? cursor, int limit, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
