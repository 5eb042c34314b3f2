using System.Runtime.InteropServices;

namespace BlogKit;

/// <summary>
/// Stores comments from elsewhere. What has to be known above a comment (presence, shown replies, numbers) is worked out in memory for the
/// whole import, so that every row is written once.
/// </summary>
internal sealed class CommentImport
{
    private readonly SqliteSession _session;
    private readonly Dictionary<CommentId, Node> _nodes = [];
    private readonly List<Node> _new = [];
    private readonly Dictionary<(PostId, BlogId), (long Nr, long BlogNr)> _posts = [];
    private readonly Dictionary<long, int> _childrenOfStored = [];
    private readonly Dictionary<long, int> _repliesOfStored = [];
    private readonly Dictionary<(long Post, long Blog), ThreadChange> _threads = [];
    private readonly Dictionary<(long Blog, string Key), StatusCounts> _commenters = [];
    private long _nextNr;

    private CommentImport(SqliteSession session) => _session = session;

    public static int Import(SqliteSession session, IReadOnlyCollection<Comment> comments)
    {
        var import = new CommentImport(session);
        import.Place(comments);
        import.FindPresence();
        import.Write();
        import.WriteAbove();
        return import._new.Count;
    }

    private void Place(IReadOnlyCollection<Comment> comments)
    {
        using (var row = _session.Use(CommentImportSql.NextNumber))
        {
            row.Step();
            _nextNr = row.Int64(0);
        }

        foreach (var comment in comments)
        {
            if (_nodes.ContainsKey(comment.Id))
            {
                continue;
            }

            if (FindStored(comment.Id) is { } stored)
            {
                _nodes.Add(comment.Id, stored);
                continue;
            }

            var post = FindPost(comment);
            var node = new Node { Nr = _nextNr++, Comment = comment, PostNr = post.Nr, BlogNr = post.BlogNr };
            if (comment.ParentId is { } parentId)
            {
                var parent = FindNode(parentId);
                if (parent is null || parent.PostNr != post.Nr)
                {
                    throw new ArgumentException(
                        $"Comment {comment.Id} answers {parentId}, which is neither stored nor earlier in the import under the same post. "
                            + "Nothing was stored.",
                        nameof(comments));
                }

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
        }
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
                Version = Math.Max(1, comment.Version),
                PresentChildren = node.PresentChildren,
                ShownReplies = node.ShownReplies,
            };
            CommentRows.Insert(_session, comment, place, CommentRows.Findings(comment.Decision));
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
            }
            : null;
    }

    private (long Nr, long BlogNr) FindPost(Comment comment)
    {
        if (!_posts.TryGetValue((comment.PostId, comment.BlogId), out var post))
        {
            using var row = _session.Use(CommentImportSql.FindPost).With(comment.PostId.Value).With(comment.BlogId.Value);
            if (!row.Step())
            {
                throw new ArgumentException(
                    $"Comment {comment.Id} is under post {comment.PostId}, which blog {comment.BlogId} does not have. Nothing was stored.",
                    nameof(comment));
            }

            post = (row.Int64(0), row.Int64(1));
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

        public Comment? Comment { get; init; }

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
