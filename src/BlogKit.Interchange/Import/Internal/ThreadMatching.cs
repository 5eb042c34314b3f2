using System.Globalization;
using BlogKit.Redirects;

namespace BlogKit.Interchange.Internal;

/// <summary>Finds the post here that a thread of another system stood under.</summary>
internal sealed class ThreadMatching(ImportSession session, PostImport posts)
{
    private const int MostImports = 200;

    private readonly SortedSet<string> _unmatched = new(StringComparer.Ordinal);
    private ImmutableArray<string>? _sources;

    /// <summary>The addresses of the threads that found no post, for the map.</summary>
    public IReadOnlyCollection<string> Unmatched => _unmatched;

    /// <summary>Finds the post of a thread, and tells what became of it.</summary>
    public async Task ImportAsync(ImportedThread thread)
    {
        if (await FindAsync(thread).ConfigureAwait(false) is not { } found)
        {
            var address = thread.Address ?? thread.Identifiers.FirstOrDefault() ?? thread.OriginalId;
            if (_unmatched.Count < ImportMap.MaximumEntries)
            {
                _unmatched.Add(address);
            }

            session.Tally.Tell(thread, ImportOutcome.Refused, $"No post here belongs to '{Texts.Start(address)}'; the map can name one.");
            return;
        }

        posts.Match(thread.OriginalId, found.Id);
        var isOpenHere = found.Comments.Mode is not (CommentMode.Closed or CommentMode.Hidden);
        session.Tally.Tell(
            thread,
            ImportOutcome.Unchanged,
            thread.IsClosed && isOpenHere ? "It takes no more comments there; the post here is left as it is." : null,
            id: found.Id.Value);
    }

    private async Task<Post?> FindAsync(ImportedThread thread)
    {
        string[] addresses = [.. new[] { thread.Address }.Concat(thread.Identifiers).OfType<string>().Where(static a => a.Length > 0)];
        foreach (var address in addresses)
        {
            if (await ByMapAsync(address).ConfigureAwait(false) is { } mapped)
            {
                return mapped;
            }
        }

        foreach (var address in addresses)
        {
            if (await ByAddressAsync(address).ConfigureAwait(false) is { } known)
            {
                return known;
            }
        }

        foreach (var identifier in thread.Identifiers)
        {
            if (await ByIdentifierAsync(identifier).ConfigureAwait(false) is { } known)
            {
                return known;
            }
        }

        return thread.Address is { } last ? await BySlugAsync(last).ConfigureAwait(false) : null;
    }

    private async Task<Post?> ByMapAsync(string address)
    {
        var map = session.Options.Map?.Addresses;
        if (map is null || !(map.TryGetValue(address, out var target) || map.TryGetValue(PathOf(address), out target)))
        {
            return null;
        }

        return target.StartsWith(MapText.PostPrefix, StringComparison.Ordinal) && target.Length > MapText.PostPrefix.Length
            ? await FindSlugAsync(Slug.Parse(target[MapText.PostPrefix.Length..], CultureInfo.InvariantCulture)).ConfigureAwait(false)
            : null;
    }

    private async Task<Post?> ByAddressAsync(string address)
    {
        if (!OldAddress.TryParse(address, out var old))
        {
            return null;
        }

        var redirect = await session.Services.Redirects.FindAsync(session.Blog.Id, old, session.Cancellation).ConfigureAwait(false);
        return redirect?.To is { Kind: RedirectKind.Post, Id: { } id } ? await FindIdAsync(id).ConfigureAwait(false) : null;
    }

    private async Task<Post?> ByIdentifierAsync(string identifier)
    {
        foreach (var source in await SourcesAsync().ConfigureAwait(false))
        {
            var found = await session.Services.Origins.FindManyOriginsAsync(
                session.Blog.Id, source, OriginKind.Post, [ImportSession.KeyOf(identifier)], session.Cancellation).ConfigureAwait(false);
            if (found is [var origin] && await FindIdAsync(origin.ItemId).ConfigureAwait(false) is { } post)
            {
                return post;
            }
        }

        return PostId.TryParse(identifier, null, out var own) ? await FindIdAsync(own.Value).ConfigureAwait(false) : null;
    }

    private async Task<Post?> BySlugAsync(string address)
    {
        var last = PathOf(address).Split('/', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";
        var dot = last.LastIndexOf('.');
        return Slug.TryFold(Uri.UnescapeDataString(dot > 0 ? last[..dot] : last), out var slug)
            ? await FindSlugAsync(slug).ConfigureAwait(false)
            : null;
    }

    private async Task<ImmutableArray<string>> SourcesAsync() => _sources ??=
    [
        .. (await session.Services.Origins.ListImportsAsync(session.Blog.Id, null, MostImports, session.Cancellation).ConfigureAwait(false))
            .Select(static run => run.Source)
            .Distinct(StringComparer.Ordinal)
            .Where(source => !string.Equals(source, session.Source, StringComparison.Ordinal)),
    ];

    private async Task<Post?> FindSlugAsync(Slug slug) =>
        (await session.Services.PostStore.FindBySlugAsync(session.Blog.Id, slug, session.Cancellation).ConfigureAwait(false))?.Post;

    private Task<Post?> FindIdAsync(Guid id) =>
        session.Services.PostStore.FindAsync(session.Blog.Id, new PostId(id), session.Cancellation);

    private static string PathOf(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) ? url.AbsolutePath : address.Split('?', '#')[0];
}
