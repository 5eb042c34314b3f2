using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using BlogKit.Internal;

namespace BlogKit;

/// <summary>
/// The numbers, names and times of a <see cref="BlogError"/> by name, in the order given. A value is a <see cref="string"/>, a
/// <see cref="long"/> (every whole number), a <see cref="double"/>, a <see cref="DateTimeOffset"/> or a <see cref="TimeSpan"/>. Immutable;
/// equal when names and values are, in whatever order.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "The plural says that there are many; how they are kept is no part of the name.")]
public sealed class ErrorArguments : IReadOnlyDictionary<string, object>, IEquatable<ErrorArguments>
{
    private readonly ImmutableArray<KeyValuePair<string, object>> _all;

    /// <summary>Creates the arguments. A value of another type becomes its invariant text.</summary>
    /// <param name="arguments">Names and values.</param>
    /// <exception cref="ArgumentException">
    /// Two have one name, or one is called "field", which stands for <see cref="BlogError.Field"/>.
    /// </exception>
    public ErrorArguments(params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        var all = ImmutableArray.CreateBuilder<KeyValuePair<string, object>>(arguments.Length);
        foreach (var (name, value) in arguments)
        {
            if (name is ErrorTemplate.Field || all.Any(known => string.Equals(known.Key, name, StringComparison.Ordinal)))
            {
                throw new ArgumentException($"The argument '{name}' is there already.", nameof(arguments));
            }

            all.Add(new(name, ErrorTemplate.Plain(value)));
        }

        _all = all.MoveToImmutable();
    }

    /// <summary>No arguments.</summary>
    public static ErrorArguments None { get; } = new();

    /// <inheritdoc/>
    public int Count => _all.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _all.Select(static argument => argument.Key);

    /// <inheritdoc/>
    public IEnumerable<object> Values => _all.Select(static argument => argument.Value);

    /// <inheritdoc/>
    public object this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no argument '{key}'.");

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object value)
    {
        foreach (var argument in _all)
        {
            if (string.Equals(argument.Key, key, StringComparison.Ordinal))
            {
                value = argument.Value;
                return true;
            }
        }

        value = null;
        return false;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, object>>)_all).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ErrorArguments? other) =>
        other is not null
        && Count == other.Count
        && _all.All(argument => other.TryGetValue(argument.Key, out var value) && value.Equals(argument.Value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ErrorArguments);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // Their order does not count.
        var hash = 0;
        foreach (var argument in _all)
        {
            hash ^= HashCode.Combine(argument.Key, argument.Value);
        }

        return hash;
    }

    /// <summary>Returns the names and values, for logs.</summary>
    public override string ToString() =>
        string.Join(
            ", ", _all.Select(static argument => $"{argument.Key}: {ErrorTemplate.Write(argument.Value, CultureInfo.InvariantCulture)}"));
}
