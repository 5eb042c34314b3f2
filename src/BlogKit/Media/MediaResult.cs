using System.Diagnostics.CodeAnalysis;

namespace BlogKit;

/// <summary>The outcome of a picture or file that was to be stored, with its reason. Immutable.</summary>
public sealed record MediaResult
{
    internal MediaResult(MediaOutcome outcome, string? reason = null) => (Outcome, Reason) = (outcome, reason);

    /// <summary>The outcome.</summary>
    public MediaOutcome Outcome { get; }

    /// <summary>The reason why it is not stored, in words for a report or a log; null when it is.</summary>
    public string? Reason { get; }

    /// <summary>The facts that are stored; null when it is not.</summary>
    public StoredMedia? File { get; internal init; }

    /// <summary>Its width in pixels; null when it is no picture or its header does not say it.</summary>
    public int? Width { get; internal init; }

    /// <summary>Its height in pixels; null when it is no picture or its header does not say it.</summary>
    public int? Height { get; internal init; }

    /// <summary>Whether it is stored now, by this call or since before.</summary>
    [MemberNotNullWhen(true, nameof(File))]
    [MemberNotNullWhen(false, nameof(Reason))]
    public bool IsStored => File is not null;
}
