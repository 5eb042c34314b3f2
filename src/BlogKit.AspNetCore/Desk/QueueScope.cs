using System.Globalization;
using System.Text;
using BlogKit.Moderation;
using Microsoft.Extensions.Primitives;

namespace BlogKit.AspNetCore;

/// <summary>The comments that a moderator goes through, and their order. A condition that is left out does not restrict.</summary>
public sealed record QueueScope
{
    private const int LongestValue = 500;

    private static readonly string[] Parts = ["waiting", "flagged", "appealed", "spam", "trash", "shown", "all"];
    private static readonly string[] Holders = ["moderator", "readers"];
    private static readonly string[] Orders = ["newest", "oldest", "points", "fewest-points"];

    /// <summary>The part of the queue. Default <see cref="QueuePart.Waiting"/>. Default: what waits.</summary>
    public QueuePart Part { get; init; }

    /// <summary>Only those under this post.</summary>
    public PostId? PostId { get; init; }

    /// <summary>Only those of this writer: an e-mail address, or a key as <see cref="Commenter.HistoryKey"/> has it.</summary>
    public string? Writer { get; init; }

    /// <summary>Only those in which this policy found something.</summary>
    public string? Policy { get; init; }

    /// <summary>Only those that these people hold.</summary>
    public CommentHolder? HeldBy { get; init; }

    /// <summary>Only those with at least so many points; 0 or more.</summary>
    public double? MinimumPoints { get; init; }

    /// <summary>The order. Default newest first.</summary>
    public QueueOrder Order { get; init; }

    /// <summary>Whether a condition other than part and order restricts it.</summary>
    public bool IsNarrowed =>
        PostId is not null || Writer is not null || Policy is not null || HeldBy is not null || MinimumPoints is not null;

    internal static string NameOf(QueuePart part) => Parts[(int)part];

    internal static string NameOf(CommentHolder holder) => Holders[(int)holder];

    internal static string NameOf(QueueOrder order) => Orders[(int)order];

    /// <summary>
    /// Reads what <see cref="ToQuery"/> writes. Null, and the name of the value that is wrong, for anything else; values of other names are
    /// not looked at.
    /// </summary>
    internal static (QueueScope? Scope, string? Wrong) Read(IEnumerable<KeyValuePair<string, StringValues>> values)
    {
        var scope = new QueueScope();
        foreach (var (name, all) in values)
        {
            if (all is not [{ Length: > 0 } value, ..])
            {
                continue;
            }

            var next = value.Length > LongestValue ? null : name switch
            {
                "status" => Array.IndexOf(Parts, value) is >= 0 and var part ? scope with { Part = (QueuePart)part } : null,
                "order" => Array.IndexOf(Orders, value) is >= 0 and var order ? scope with { Order = (QueueOrder)order } : null,
                "post" => BlogKit.PostId.TryParse(value, null, out var post) ? scope with { PostId = post } : null,
                "writer" => scope with { Writer = value.Trim() is { Length: > 0 } writer ? writer : null },
                // Where moderators' holds were found before they had a name of their own; addresses are kept and sent.
                "policy" when value is "moderator" => scope with { HeldBy = CommentHolder.Moderator },
                "policy" => scope with { Policy = value.Trim() is { Length: > 0 } policy ? policy : null },
                "held" => Array.IndexOf(Holders, value) is >= 0 and var holder ? scope with { HeldBy = (CommentHolder)holder } : null,
                "points" => double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points)
                    && points <= 1_000
                    ? scope with { MinimumPoints = points }
                    : null,
                _ => scope,
            };
            if (next is null)
            {
                return (null, name);
            }

            scope = next;
        }

        return (scope, null);
    }

    /// <summary>The scope as the query of an address, without a question mark; empty for the default.</summary>
    internal string ToQuery()
    {
        var query = new StringBuilder();
        Add("status", Part is QueuePart.Waiting ? null : NameOf(Part));
        Add("order", Order is QueueOrder.Newest ? null : NameOf(Order));
        Add("post", PostId?.ToString());
        Add("writer", Writer);
        Add("policy", Policy);
        Add("held", HeldBy is { } holder ? NameOf(holder) : null);
        Add("points", MinimumPoints?.ToString(CultureInfo.InvariantCulture));
        return query.ToString();

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                query.Append(query.Length == 0 ? "" : "&").Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }
    }

    internal QueueFilter ToFilter(BlogId blogId) => new(blogId)
    {
        Statuses = Part switch
        {
            QueuePart.Waiting => [CommentStatus.Pending],
            QueuePart.Flagged => [CommentStatus.Pending, CommentStatus.Approved],
            QueuePart.Spam => [CommentStatus.Spam],
            QueuePart.Trash => [CommentStatus.Trashed],
            QueuePart.Shown => [CommentStatus.Approved],
            _ => [],
        },
        Policy = Policy,
        HeldBy = HeldBy,
        Flagged = Part is QueuePart.Flagged,
        OpenAppeals = Part is QueuePart.Appealed,
        HistoryKey = HistoryKey(),
        PostId = PostId,
        MinimumPoints = MinimumPoints,
        Order = Order,
    };

    // People type an address; links carry the key.
    private string? HistoryKey() => Writer is null || Writer.StartsWith("email:", StringComparison.Ordinal)
        || !Writer.Contains('@', StringComparison.Ordinal)
        || Writer.StartsWith("user:", StringComparison.Ordinal)
        ? Writer
        : "email:" + Writer.ToLowerInvariant();
}
