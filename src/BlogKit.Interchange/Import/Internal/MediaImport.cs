using BlogKit.Redirects;

namespace BlogKit.Interchange.Internal;

/// <summary>Brings pictures and files in, from a folder or from the old site, and knows where they are then.</summary>
internal sealed class MediaImport(ImportSession session, RedirectImport redirects)
{
    private readonly Dictionary<string, ImportedMedia> _all = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly MediaAddresses _addresses = new(session.Site.Address);
    private int _fetched;
    private long _fetchedLength;
    private long? _fetchingSince;

    /// <summary>The addresses in texts that lead to what was brought in.</summary>
    public MediaAddresses Addresses => _addresses;

    /// <summary>Brings a picture or file in.</summary>
    public async Task ImportAsync(ImportedMedia media)
    {
        _all.TryAdd(media.OriginalId, media with { Extras = media.Extras.Clear(), OldAddresses = [] });
        var origin = await session.FindOriginAsync(OriginKind.Media, media.OriginalId).ConfigureAwait(false);
        if (session.Services.Media is not { } service)
        {
            session.Tally.Tell(media, ImportOutcome.Refused, "The application has no store of files.");
            return;
        }

        if (origin?.ItemName is { } name)
        {
            if (await service.FindAsync(session.Blog.Id, name, session.Cancellation).ConfigureAwait(false) is null)
            {
                Decisions.TellDeletedHere(session, media);
                return;
            }

            Know(media, name);
            session.Tally.Tell(media, ImportOutcome.Unchanged);
            return;
        }

        var (stored, reason) = await StoreAsync(service, media).ConfigureAwait(false);
        if (stored is null)
        {
            session.Tally.Tell(media, ImportOutcome.Refused, reason);
            return;
        }

        Know(media, stored);
        var id = session.Identify(ItemKinds.Media, media.OriginalId, media.CreatedAt);
        await session.KeepAsync(session.OriginOf(OriginKind.Media, media, origin, id, 0, media.Address) with { ItemName = stored })
            .ConfigureAwait(false);
        session.Tally.Tell(media, ImportOutcome.Imported);
    }

    /// <summary>The picture that represents a post; null for none.</summary>
    public FeaturedImage? FindPicture(string? originalId, List<SourceNote> notes)
    {
        if (originalId is null)
        {
            return null;
        }

        if (!_all.TryGetValue(originalId, out var media))
        {
            notes.Add(new SourceNote(SourceNoteKind.Missing, "picture", $"The source has no picture '{Texts.Start(originalId)}'."));
            return null;
        }

        var url = _names.TryGetValue(originalId, out var name) ? session.Options.MediaAddress(name) : media.Address;
        if (!Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out var parsed) || url.Length > 2_000
            || (parsed.IsAbsoluteUri && parsed.Scheme is not ("http" or "https")))
        {
            notes.Add(new SourceNote(SourceNoteKind.Missing, "picture", "The address of the picture is none."));
            return null;
        }

        return new FeaturedImage(url, ShortText.Line(media.AlternativeText, 500, "picture", notes) ?? "")
        {
            Caption = ShortText.Line(media.Caption, 500, "picture", notes),
        };
    }

    private void Know(ImportedMedia media, string name)
    {
        _names[media.OriginalId] = name;
        _addresses.Add(media.Address, session.Options.MediaAddress(name));
        redirects.Add(RedirectTarget.OfMedia(name), media.Address);
        redirects.Add(RedirectTarget.OfMedia(name), media.OldAddresses);
    }

    private async Task<(string? Name, string? Reason)> StoreAsync(MediaService service, ImportedMedia media)
    {
        var options = session.Options;
        if (options.MediaFolder is { } folder && MediaPaths.Find(folder, media.Address) is { } path)
        {
            if (session.Number is null)
            {
                return (Path.GetFileName(path), null);
            }

            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 81_920, useAsync: true);
            await using (file.ConfigureAwait(false))
            {
                return Answer(await service.AddAsync(
                    session.Blog.Id, file, Path.GetFileName(path), session.Actor, options.MediaLimits, session.Cancellation)
                    .ConfigureAwait(false));
            }
        }

        if (!options.FetchesMedia)
        {
            return (null, options.MediaFolder is null
                ? "Its content is not in the source: name the folder it lies in, or let it be fetched."
                : "Its content is not in the folder.");
        }

        return await FetchAsync(service, media).ConfigureAwait(false);
    }

    private async Task<(string? Name, string? Reason)> FetchAsync(MediaService service, ImportedMedia media)
    {
        var options = session.Options;
        var clock = session.Services.Clock;
        _fetchingSince ??= clock.GetTimestamp();
        if (!Uri.TryCreate(media.Address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return (null, "Its address is none that can be fetched.");
        }

        if (_fetched >= options.MaximumFetches
            || _fetchedLength >= options.MaximumFetchedLength
            || clock.GetElapsedTime(_fetchingSince.Value) >= options.MaximumFetchTime)
        {
            return (null, "The limit of what is fetched in one import is reached; the next import goes on.");
        }

        if (session.Number is null)
        {
            _fetched++;
            return (url.Segments[^1], null);
        }

        _fetched++;
        var result = await service.ImportAsync(
            session.Blog.Id, url, session.Actor, options.MediaLimits, cancellationToken: session.Cancellation).ConfigureAwait(false);
        _fetchedLength += result.File?.Length ?? 0;
        return Answer(result);
    }

    private static (string? Name, string? Reason) Answer(MediaResult result) =>
        result.IsStored ? (result.File.Name, null) : (null, result.Reason);
}
