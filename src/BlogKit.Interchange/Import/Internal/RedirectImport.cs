using System.Globalization;
using BlogKit.Redirects;

namespace BlogKit.Interchange.Internal;

/// <summary>
/// Lets old addresses lead to what was imported, many in one transaction. An address that leads somewhere already, by hand or by another
/// import, is left alone, and the map wins over everything.
/// </summary>
internal sealed class RedirectImport(ImportSession session)
{
    private const int BatchSize = RedirectService.MaximumBatch / 2;

    private readonly Dictionary<OldAddress, Redirect> _waiting = [];
    private readonly HashSet<OldAddress> _mapped = [];

    /// <summary>The number of addresses that lead to what was imported.</summary>
    public long Made { get; private set; }

    /// <summary>The number of addresses that were left alone.</summary>
    public long LeftAlone { get; private set; }

    /// <summary>Saves what the map says of addresses.</summary>
    public async Task ImportMapAsync()
    {
        foreach (var (address, target) in session.Options.Map?.Addresses ?? ImportMap.Empty.Addresses)
        {
            // Nobody has said yet which post it is.
            if (target is MapText.PostPrefix)
            {
                continue;
            }

            if (!OldAddress.TryParse(address, out var from))
            {
                throw new ImportSourceException(
                    $"'{Texts.Start(address)}' in the map is no address: a path or a whole http address was expected.");
            }

            _waiting[from] = New(from, await TargetOfAsync(address, target).ConfigureAwait(false));
            _mapped.Add(from);
            await FlushWhenFullAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Lets addresses lead to something; they wait until there are many.</summary>
    public void Add(RedirectTarget target, params ReadOnlySpan<string?> addresses)
    {
        foreach (var address in addresses)
        {
            if (string.IsNullOrWhiteSpace(address))
            {
                continue;
            }

            // The front page is where the blog is put, and no old address of anything else.
            if (!OldAddress.TryParse(address, out var from) || from.Value is "/")
            {
                LeftAlone++;
            }
            else if (!_mapped.Contains(from) && !_waiting.TryAdd(from, New(from, target)) && _waiting[from].To != target)
            {
                LeftAlone++;
            }
        }
    }

    /// <inheritdoc cref="Add(RedirectTarget, ReadOnlySpan{string?})"/>
    public void Add(RedirectTarget target, ImmutableArray<string> addresses) => Add(target, addresses.AsSpan());

    /// <summary>Saves those that wait when there are many.</summary>
    public Task FlushWhenFullAsync() => _waiting.Count >= BatchSize ? FlushAsync() : Task.CompletedTask;

    /// <summary>Saves those that wait.</summary>
    public async Task FlushAsync()
    {
        foreach (var batch in _waiting.Values.Chunk(BatchSize))
        {
            await SaveAsync(batch).ConfigureAwait(false);
        }

        _waiting.Clear();
    }

    private async Task SaveAsync(Redirect[] batch)
    {
        var stored = (await session.Services.RedirectStore.FindManyRedirectsAsync(
            session.Blog.Id, [.. batch.Select(static r => r.From)], session.Cancellation).ConfigureAwait(false))
            .ToDictionary(static r => r.From);
        List<Redirect> made = [];
        foreach (var redirect in batch)
        {
            if (!stored.TryGetValue(redirect.From, out var there))
            {
                made.Add(redirect);
            }
            else if (there.To == redirect.To)
            {
                Made++;
            }
            else if (_mapped.Contains(redirect.From))
            {
                made.Add(redirect);
            }
            else
            {
                LeftAlone++;
            }
        }

        Made += made.Count;
        if (made.Count == 0 || session.Number is null)
        {
            return;
        }

        var saved = await session.Services.Redirects.SaveManyAsync(session.Blog.Id, made, session.Actor, session.Cancellation)
            .ConfigureAwait(false);
        if (!saved.Succeeded)
        {
            throw new ImportSourceException($"The old addresses could not be saved: {saved.Error!.Message}");
        }
    }

    private Redirect New(OldAddress from, RedirectTarget to) => new()
    {
        BlogId = session.Blog.Id,
        From = from,
        To = to,
        ImportNumber = session.Number,
        CreatedAt = session.Now,
    };

    private async Task<RedirectTarget> TargetOfAsync(string address, string target)
    {
        if (target is MapText.Gone)
        {
            return RedirectTarget.Gone;
        }

        if (!target.StartsWith(MapText.PostPrefix, StringComparison.Ordinal))
        {
            return RedirectTarget.OfPath(target);
        }

        var slug = Slug.Parse(target[MapText.PostPrefix.Length..], CultureInfo.InvariantCulture);
        return await session.Services.PostStore.FindBySlugAsync(session.Blog.Id, slug, session.Cancellation).ConfigureAwait(false)
            is { } found
            ? RedirectTarget.OfPost(found.Post.Id)
            : throw new ImportSourceException($"The map leads '{Texts.Start(address)}' to '{target}', and there is no such post.");
    }
}
