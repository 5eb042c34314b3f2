using System.Diagnostics.CodeAnalysis;
using BlogKit.Internal;

namespace BlogKit;

/// <summary>
/// The result of an operation: a value, or the expected failures that prevented it. Immutable and thread-safe. An operation that has no
/// value to return gives a <see cref="Result"/>.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class Result<T>
    where T : notnull
{
    private readonly T? _value;

    private Result(T? value, ImmutableArray<BlogError> errors) => (_value, Errors) = (value, errors);

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Errors.IsEmpty;

    /// <summary>The value. Ask <see cref="Succeeded"/> or <see cref="TryGetValue"/> first where the operation can fail.</summary>
    /// <exception cref="InvalidOperationException">The operation failed; the message lists the code and text of every error.</exception>
    public T Value => Succeeded ? _value! : throw Failure.Of(Errors);

    /// <summary>Every failure found; empty when the operation succeeded.</summary>
    public ImmutableArray<BlogError> Errors { get; }

    /// <summary>The first failure; null when the operation succeeded.</summary>
    public BlogError? Error => Errors.IsEmpty ? null : Errors[0];

    /// <summary>Converts a value to a success.</summary>
    public static implicit operator Result<T>(T value) => new(value, []);

    /// <summary>Converts an error to a failure.</summary>
    public static implicit operator Result<T>(BlogError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new(default, [error]);
    }

    /// <summary>Converts errors to a failure.</summary>
    /// <exception cref="ArgumentException"><paramref name="errors"/> is empty.</exception>
    public static implicit operator Result<T>(ImmutableArray<BlogError> errors) =>
        errors.IsDefaultOrEmpty
            ? throw Failure.WithoutErrors(nameof(errors))
            : new(default, errors);

    /// <summary>Returns whether the operation succeeded, with its value when it did.</summary>
    /// <param name="value">The value; <c>default</c> when the operation failed.</param>
    public bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        value = _value!;
        return Succeeded;
    }

    /// <summary>Throws when the operation failed; for callers that know it cannot, and need no value (seeding, tests).</summary>
    /// <exception cref="InvalidOperationException">The operation failed; the message lists the code and text of every error.</exception>
    public void EnsureSucceeded()
    {
        if (!Succeeded)
        {
            throw Failure.Of(Errors);
        }
    }
}
