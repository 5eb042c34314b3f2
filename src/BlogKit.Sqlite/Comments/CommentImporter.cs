using System.Runtime.InteropServices;
using BlogKit.Storage;

namespace BlogKit;

/// <summary>
/// Stores comments from elsewhere. What has to be known above a comment (presence, shown replies, numbers) is worked out in memory for the
/// whole import, so that every row is written once.
/// </summary>
internal sealed class CommentImporter
{
    private readonly SqliteSession _session;
    private readonly Dictionary<CommentId, Node> _nodes = [];
    private readonly List<Node> _new = [];
    private readonly List<CommentChange> _changes = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<(PostId, BlogId), (long Nr, long BlogNr)?> _posts = [];
    private readonly Dictionary<long, int> _childrenOfStored = [];
    private readonly Dictionary<long, int> _repliesOfStored = [];
    private readonly Dictionary<(long Post, long Blog), ThreadChange> _threads = [];
    private readonly Dictionary<(long Blog, string Key), StatusCounts> _commenters = [];
    private long _nextNr;

    private CommentImporter(SqliteSession session) => _session = session;

    public static ImmutableArray<CommentImportResult> Import(SqliteSession session, IReadOnlyCollection<CommentImport> comments)
    {
        var importer = new CommentImporter(session);
        importer.ReadNextNumber();
        ImmutableArray<CommentImportResult> results = [.. comments.Select(importer.Place)];
        importer.FindPresence();
        importer.Write();
        importer.WriteAbove();
        foreach (var change in importer._changes)
        {
            CommentChanges.Update(session, change);
        }

        return results;
    }

    private void ReadNextNumber()
    {
        using var row = _session.Use(CommentImportSql.NextNumber);
        row.Step();
        _nextNr = row.Int64(0);
    }

    private CommentImportResult Place(CommentImport import)
    {
        var comment = import.Comment;
        if (FindNode(comment.Id) is { } known)
        {
            return known.BlogId == comment.BlogId ? Update(known, import) : new(CommentImportOutcome.Duplicate);
        }

        if (FindLoggedBlog(comment.Id) is { } blog)
        {
            return new(blog == comment.BlogId ? CommentImportOutcome.Purged : CommentImportOutcome.Duplicate);
        }

        if (FindPost(comment) is not { } post)
        {
            return new(CommentImportOutcome.PostMissing);
        }

        var parent = comment.ParentId is { } parentId ? FindNode(parentId) : null;
        if (comment.ParentId is not null && parent?.PostNr != post.Nr)
        {
            return new(CommentImportOutcome.ParentMissing);
        }

        if (import.SubmissionKey is { } key && (HasSubmission(key) || !_keys.Add(key)))
        {
            return new(CommentImportOutcome.Duplicate);
        }

        var stored = import.ToStored();
        var node = new Node
        {
            Nr = _nextNr++,
            Import = import,
            Comment = stored,
            PostNr = post.Nr,
            BlogNr = post.BlogNr,
            BlogId = comment.BlogId,
            Version = stored.Version,
        };
        if (parent is not null)
        {
            node.Parent = parent;
            node.Root = parent.Root ?? parent;
            node.RootNr = parent.RootNr;
            node.Depth = parent.Depth + 1;
            node.Path = CommentPath.Below(parent.Path, comment.Id.Value);
        }
        else
        {
            node.RootNr = node.Nr;
        }

        _nodes.Add(comment.Id, node);
        _new.Add(node);
        return new(CommentImportOutcome.Stored, node.Version);
    }

    private CommentImportResult Update(Node known, CommentImport import)
    {
        if (known.IsWritten || (known.IsPurged && import.Comment.PurgedAt is not null))
        {
            return new(CommentImportOutcome.Unchanged, known.Version);
        }

        if (known.IsPurged)
        {
            return new(CommentImportOutcome.Purged, known.Version);
        }

        if (import.ReplacesVersion is not { } version || import.ToChange(Read(import.Comment)) is not { } change)
        {
            return new(CommentImportOutcome.Unchanged, known.Version);
        }

        if (version != known.Version)
        {
            var repeated = CommentRows.Refuse(
                _session, known.BlogId, import.Comment.Id, change.Record, SaveOutcome.Conflict) is SaveOutcome.Saved;
            return new(repeated ? CommentImportOutcome.Unchanged : CommentImportOutcome.Conflict, known.Version);
        }

        _changes.Add(change);
        known.IsUpdated = true;
        return new(CommentImportOutcome.Updated, ++known.Version);
    }

    // From the last comment to the first: replies come after the comment they answer, so the numbers of a comment are complete before they
    // are added to the one above.
    private void FindPresence()
    {
        for (var i = _new.Count - 1; i >= 0; i--)
        {
            var node = _new[i];
            var isApproved = node.Comment!.Status is CommentStatus.Approved;
            node.IsPresent = isApproved || node.PresentChildren > 0;
            if (node.Parent is not { } parent)
            {
                continue;
            }

            if (node.IsPresent)
            {
                Count(parent, ref parent.PresentChildren, _childrenOfStored, parent.Nr);
            }

            if (isApproved)
            {
                var root = node.Root!;
                Count(root, ref root.ShownReplies, _repliesOfStored, node.RootNr);
            }
        }
    }

    private static void Count(Node node, ref int number, Dictionary<long, int> ofStored, long nr)
    {
        if (node.Comment is null)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(ofStored, nr, out _)++;
        }
        else
        {
            number++;
        }
    }

    private void Write()
    {
        foreach (var node in _new)
        {
            var comment = node.Comment!;
            var import = node.Import!;
            var place = new NewCommentPlace
            {
                Nr = node.Nr,
                BlogNr = node.BlogNr,
                PostNr = node.PostNr,
                ParentNr = node.Parent?.Nr,
                RootNr = node.RootNr,
                Depth = node.Depth,
                Path = node.Path,
                IsPresent = node.IsPresent,
                Version = node.Version,
                PresentChildren = node.PresentChildren,
                ShownReplies = node.ShownReplies,
            };
            var findings = CommentRows.Findings(comment.Decision);
            var fingerprints = Fingerprints.Write(import.Fingerprints);
            CommentRows.Insert(
                _session, comment, place, findings, comment.StatusChangedAt, import.SubmissionKey, import.RequestHash, fingerprints);
            WriteBeside(node, import, findings, fingerprints);
            ChangeFeed.Add(
                _session, node.BlogNr, ChangeFeed.KindOf(comment.Status, comment.Status), comment.PostId, comment.Id);
            if (comment.Status is CommentStatus.Approved)
            {
                SearchIndex.AddComment(_session, node.Nr, comment.PlainText);
            }

            ref var thread = ref CollectionsMarshal.GetValueRefOrAddDefault(_threads, (node.PostNr, node.BlogNr), out _);
            thread ??= new ThreadChange();
            thread.Counts.Add(comment.Status, 1);
            if (node is { IsPresent: true, Parent: null })
            {
                thread.Roots.Add(comment.Id.Value);
            }

            if (comment.By.HistoryKey is { } key)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_commenters, (node.BlogNr, key), out _).Add(comment.Status, 1);
            }
        }
    }

    private void WriteBeside(Node node, CommentImport import, string? findings, string? fingerprints)
    {
        if (fingerprints is not null)
        {
            Fingerprints.Add(_session, node.BlogNr, import.Comment.Id, fingerprints);
        }

        foreach (var former in import.Revisions)
        {
            CommentRows.KeepRevision(_session, node.Nr, former);
        }

        foreach (var voice in import.Voices)
        {
            _session.Use(FeedbackSql.Write)
                .With(node.Nr)
                .With(voice.Voter.Key)
                .With((int)voice.Said.Vote)
                .With(voice.Said.Reaction)
                .With(voice.Voter.Network)
                .Execute();
        }

        if (import.Record is { } record)
        {
            CommentRows.Log(
                _session,
                node.BlogNr,
                record,
                ReferenceEquals(record.Decision, import.Comment.Decision) ? findings : CommentRows.Findings(record.Decision));
        }
    }

    private void WriteAbove()
    {
        foreach (var ((post, blog), thread) in _threads)
        {
            CommentCounters.Shift(_session, post, blog, thread.Counts);
            Rank(post, thread.Roots);
        }

        foreach (var ((blog, key), counts) in _commenters)
        {
            CommentCounters.ShiftCommenter(_session, blog, key, counts);
        }

        foreach (var (root, replies) in _repliesOfStored)
        {
            _session.Use(CommentSql.ShiftShownReplies).With(root).With(replies).Execute();
        }

        foreach (var (parent, children) in _childrenOfStored)
        {
            CommentTree.ChildrenChanged(_session, parent, children);
        }
    }

    private void Rank(long post, List<Guid> roots)
    {
        int present;
        bool isRanked;
        using (var row = _session.Use(CommentImportSql.FindRoots).With(post))
        {
            row.Step();
            present = row.Int32(0);
            isRanked = row.Bool(1);
        }

        // Counting an existing root again costs about a sixteenth of inserting a new one into its span.
        if (!isRanked || roots.Count > present / 16)
        {
            CommentCounters.ShiftThread(_session, post, default, roots.Count);
            RootRanks.Rebuild(_session, post);
            return;
        }

        foreach (var root in roots)
        {
            RootRanks.Changed(_session, post, root, 1);
        }
    }

    private Node? FindNode(CommentId id)
    {
        if (!_nodes.TryGetValue(id, out var node) && (node = FindStored(id)) is not null)
        {
            _nodes.Add(id, node);
        }

        return node;
    }

    private Node? FindStored(CommentId id)
    {
        using var row = _session.Use(CommentImportSql.Find).With(id.Value);
        return row.Step()
            ? new Node
            {
                Nr = row.Int64(0),
                PostNr = row.Int64(1),
                RootNr = row.Int64(2),
                Depth = row.Int32(3),
                Path = row.Blob(4).ToArray(),
                Version = row.Int64(5),
                IsPurged = row.Bool(6),
                BlogId = new BlogId(row.Id(7)),
            }
            : null;
    }

    private Comment Read(Comment comment)
    {
        using var row = _session.Use(CommentSql.Find).With(comment.BlogId.Value).With(comment.Id.Value);
        row.Step();
        return CommentRows.Read(row);
    }

    /// <summary>The blog whose log knows the comment; null when none does.</summary>
    private BlogId? FindLoggedBlog(CommentId id)
    {
        using var row = _session.Use(CommentImportSql.FindLogged).With(id.Value);
        return row.Step() ? new BlogId(row.Id(0)) : null;
    }

    private bool HasSubmission(string key)
    {
        using var row = _session.Use(CommentImportSql.FindSubmission).With(key);
        return row.Step();
    }

    private (long Nr, long BlogNr)? FindPost(Comment comment)
    {
        if (!_posts.TryGetValue((comment.PostId, comment.BlogId), out var post))
        {
            using var row = _session.Use(CommentImportSql.FindPost).With(comment.PostId.Value).With(comment.BlogId.Value);
            post = row.Step() ? (row.Int64(0), row.Int64(1)) : null;
            _posts.Add((comment.PostId, comment.BlogId), post);
        }

        return post;
    }

    /// <summary>A comment of the import, or (without <see cref="Comment"/>) a stored one that imported comments answer.</summary>
    private sealed class Node
    {
        public int PresentChildren;
        public int ShownReplies;

        public required long Nr { get; init; }

        public required long PostNr { get; init; }

        public long BlogNr { get; init; }

        public required BlogId BlogId { get; init; }

        public CommentImport? Import { get; init; }

        /// <summary>What is stored for <see cref="Import"/>.</summary>
        public Comment? Comment { get; init; }

        public bool IsPurged { get; init; }

        public required long Version { get; set; }

        public bool IsUpdated { get; set; }

        /// <summary>Whether this call writes it.</summary>
        public bool IsWritten => IsUpdated || Import is not null;

        public Node? Parent { get; set; }

        public Node? Root { get; set; }

        public long RootNr { get; set; }

        public int Depth { get; set; }

        public byte[] Path { get; set; } = [];

        public bool IsPresent { get; set; }
    }

    private sealed class ThreadChange
    {
        public StatusCounts Counts;

        public List<Guid> Roots { get; } = [];
    }
}
