using System.Diagnostics.CodeAnalysis;
using BlogKit.Internal;

namespace BlogKit;

/// <summary>
/// The result of an operation that has no value to return: success, or the expected failures that prevented it. Immutable and thread-safe.
/// </summary>
public sealed class Result
{
    private Result(ImmutableArray<BlogError> errors) => Errors = errors;

    /// <summary>A success.</summary>
    public static Result Success { get; } = new([]);

    /// <summary>Whether the operation succeeded.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Errors.IsEmpty;

    /// <summary>Every failure found; empty when the operation succeeded.</summary>
    public ImmutableArray<BlogError> Errors { get; }

    /// <summary>The first failure; null when the operation succeeded.</summary>
    public BlogError? Error => Errors.IsEmpty ? null : Errors[0];

    /// <summary>Converts an error to a failure.</summary>
    public static implicit operator Result(BlogError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new([error]);
    }

    /// <summary>Converts errors to a failure.</summary>
    /// <exception cref="ArgumentException"><paramref name="errors"/> is empty.</exception>
    public static implicit operator Result(ImmutableArray<BlogError> errors) =>
        errors.IsDefaultOrEmpty ? throw Failure.WithoutErrors(nameof(errors)) : new(errors);

    /// <summary>Throws when the operation failed; for callers that know it cannot (seeding, tests).</summary>
    /// <exception cref="InvalidOperationException">The operation failed; the message lists the code and text of every error.</exception>
    public void EnsureSucceeded()
    {
        if (!Succeeded)
        {
            throw Failure.Of(Errors);
        }
    }
}
