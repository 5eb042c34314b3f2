using BlogKit.Redirects;

namespace BlogKit.Interchange.Internal;

/// <summary>
/// Reads a source as often as it must: first to count and to bring in what others name, then for posts and comments, and again while
/// something waits for what came later.
/// </summary>
internal sealed class ImportWork
{
    private const int MostReadings = 100;
    private const int TellEvery = 500;

    private readonly IImportSource _source;
    private readonly ImportSession _session;
    private readonly IProgress<ImportProgress>? _progress;
    private readonly RedirectImport _redirects;
    private readonly AuthorImport _authors;
    private readonly TermImport _terms;
    private readonly MediaImport _media;
    private readonly PostImport _posts;
    private readonly ThreadMatching _threads;
    private readonly CommentImports _comments;
    private readonly long _began;
    private long? _total;
    private long _told;

    public ImportWork(IImportSource source, ImportSession session, IProgress<ImportProgress>? progress)
    {
        (_source, _session, _progress) = (source, session, progress);
        _began = session.Services.Clock.GetTimestamp();
        _redirects = new RedirectImport(session);
        _authors = new AuthorImport(session, _redirects);
        _terms = new TermImport(session, _redirects);
        _media = new MediaImport(session, _redirects);
        _posts = new PostImport(session, _authors, _terms, _media, _redirects);
        _threads = new ThreadMatching(session, _posts);
        _comments = new CommentImports(session, _posts, new CommentMaking(session, _authors));
    }

    public async Task<ImportReport> RunAsync()
    {
        await _authors.BeginAsync().ConfigureAwait(false);
        await _terms.BeginAsync().ConfigureAwait(false);
        await _redirects.ImportMapAsync().ConfigureAwait(false);
        await SurveyAsync().ConfigureAwait(false);
        await _terms.ImportCategoriesAsync().ConfigureAwait(false);
        AddSite();
        await ReadAllAsync().ConfigureAwait(false);
        await _comments.EndAsync().ConfigureAwait(false);
        await _redirects.FlushAsync().ConfigureAwait(false);
        await TellAsync().ConfigureAwait(false);
        return Report();
    }

    private async Task SurveyAsync()
    {
        long total = 0;
        await foreach (var item in _source.ReadItemsAsync(_session.Cancellation).ConfigureAwait(false))
        {
            total++;
            if (item is not UnusableItem)
            {
                if (item is not (ImportedPost or ImportedComment or ImportedThread) && IsTwice(item))
                {
                    continue;
                }

                _session.States.See(ItemKinds.IdentityOf(item), item.OriginalId);
            }

            switch (item)
            {
                case ImportedAuthor author:
                    await _authors.ImportAsync(author).ConfigureAwait(false);
                    break;
                case ImportedCategory category:
                    _terms.Wait(category);
                    break;
                case ImportedTag tag:
                    await _terms.ImportAsync(tag).ConfigureAwait(false);
                    break;
                case ImportedMedia media:
                    await _media.ImportAsync(media).ConfigureAwait(false);
                    break;
                case UnusableItem unusable:
                    _session.Tally.Tell(unusable, ImportOutcome.Refused, unusable.Reason);
                    break;
                default:
                    continue;
            }

            await TellWhenDueAsync().ConfigureAwait(false);
        }

        _total = total;
    }

    // Posts and comments that wait for what comes later in the source are met again in the next reading.
    private async Task ReadAllAsync()
    {
        for (var reading = 1; ; reading++)
        {
            var before = _session.Tally.Done;
            var isDeferred = false;
            var isLast = reading == MostReadings;
            await foreach (var item in _source.ReadItemsAsync(_session.Cancellation).ConfigureAwait(false))
            {
                if (item is ImportedPost or ImportedComment or ImportedThread)
                {
                    isDeferred |= await ReadAsync(item, isFirst: reading == 1, isLast).ConfigureAwait(false);
                    await TellWhenDueAsync().ConfigureAwait(false);
                }
            }

            await _comments.FlushAsync().ConfigureAwait(false);
            if (!isDeferred || isLast)
            {
                return;
            }

            if (_session.Tally.Done == before)
            {
                // Nothing more comes by itself: pages below each other, and comments that answer each other in a circle.
                reading = MostReadings - 1;
                await _comments.EndAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task<bool> ReadAsync(ImportItem item, bool isFirst, bool isLast)
    {
        var kind = ItemKinds.IdentityOf(item);
        var state = _session.States.Find(kind, item.OriginalId);
        if (isFirst && state is not ItemState.Seen)
        {
            _session.Tally.Tell(item, ImportOutcome.Refused, "The source has another one with this identity before it.");
            return false;
        }

        if (!isFirst && state is not ItemState.Deferred)
        {
            return false;
        }

        switch (item)
        {
            case ImportedThread thread:
                await _threads.ImportAsync(thread).ConfigureAwait(false);
                _session.States.Set(kind, item.OriginalId, StateOf(item));
                return false;
            case ImportedPost post:
                var isTold = await _posts.ImportAsync(post, isLast).ConfigureAwait(false);
                _session.States.Set(kind, item.OriginalId, isTold ? StateOf(item) : ItemState.Deferred);
                return !isTold;
            default:
                var comment = (ImportedComment)item;

                // What it was before says nothing once it is held or told.
                _session.States.Set(kind, item.OriginalId, ItemState.Waiting);
                await _comments.AddAsync(comment, isLast).ConfigureAwait(false);
                return _session.States.Find(kind, item.OriginalId) is ItemState.Deferred;
        }
    }

    private ItemState StateOf(ImportItem item) => _posts.Find(item.OriginalId) is null ? ItemState.NotTaken : ItemState.Taken;

    private bool IsTwice(ImportItem item)
    {
        if (_session.States.Find(ItemKinds.IdentityOf(item), item.OriginalId) is null)
        {
            return false;
        }

        _session.Tally.Tell(item, ImportOutcome.Refused, "The source has another one with this identity before it.");
        return true;
    }

    private void AddSite()
    {
        _redirects.Add(RedirectTarget.Home, _session.Site.OldAddresses);
        _redirects.Add(RedirectTarget.Feed, _session.Site.FeedAddresses);
    }

    private Task TellWhenDueAsync() => _session.Tally.Done - _told >= TellEvery ? TellAsync() : Task.CompletedTask;

    // One announcement for many items: pages that are kept are made anew, and nobody outside is told of what is old.
    private async Task TellAsync()
    {
        _told = _session.Tally.Done;
        await _session.FlushAsync().ConfigureAwait(false);
        await _redirects.FlushWhenFullAsync().ConfigureAwait(false);
        if (_session.Number is not null)
        {
            _session.Services.Changes.Announce(new BlogChange(_session.Blog.Id, BlogChangeKind.Blog));
        }

        _progress?.Report(new ImportProgress(_told, _total, _session.Services.Clock.GetElapsedTime(_began)));
    }

    private ImportReport Report() => new()
    {
        Number = _session.Number,
        Source = _session.Source,
        Site = _session.Site,
        Counts = _session.Tally.Counts,
        ByKind = _session.Tally.ByKind,
        Notes = _session.Tally.Notes,
        MarkdownTexts = _session.Tally.MarkdownTexts,
        HtmlTexts = _session.Tally.HtmlTexts,
        AddressesLeftOut = _session.Tally.AddressesLeftOut,
        Redirects = _redirects.Made,
        RedirectsLeftAlone = _redirects.LeftAlone,
        NeverHolds = _source.NeverHolds,
        DraftMap = new ImportMap
        {
            Authors = _authors.Draft(),
            Addresses = _threads.Unmatched.ToImmutableSortedDictionary(
                static address => address, static _ => MapText.PostPrefix, StringComparer.Ordinal),
        },
    };
}
