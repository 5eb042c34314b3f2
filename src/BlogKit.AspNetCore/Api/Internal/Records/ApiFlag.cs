using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Internal;

/// <summary>An objection to a comment. <c>other</c> needs a note.</summary>
internal sealed record ApiFlag
{
    public required FlagKind Kind { get; init; }

    public string? Note { get; init; }
}
