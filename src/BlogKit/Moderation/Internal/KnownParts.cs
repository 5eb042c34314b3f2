namespace BlogKit.Internal;

/// <summary>
/// What was made of a comment so far, kept inside a record without taking part in the record's equality. Safe for concurrent use.
/// </summary>
internal struct KnownParts : IEquatable<KnownParts>
{
    private Part? _last;

    /// <summary>
    /// What was made of this very comment as this type, made now when nobody did. What was made of another comment is left out.
    /// </summary>
    public T GetOrCreate<T>(Comment comment, Func<Comment, T> create)
        where T : class
    {
        var last = Volatile.Read(ref _last);
        if (Find<T>(last, comment) is { } known)
        {
            return known;
        }

        var made = create(comment)
            ?? throw new InvalidOperationException($"Nothing was made where {typeof(T).Name} was to be made of a comment.");
        while (true)
        {
            var part = new Part(comment, typeof(T), made, ReferenceEquals(last?.Of, comment) ? last : null);
            var before = Interlocked.CompareExchange(ref _last, part, last);
            if (ReferenceEquals(before, last))
            {
                return made;
            }

            last = before;
            if (Find<T>(last, comment) is { } other)
            {
                return other;
            }
        }
    }

    /// <inheritdoc/>
    public readonly bool Equals(KnownParts other) => true;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is KnownParts;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => 0;

    private static T? Find<T>(Part? last, Comment comment)
        where T : class
    {
        for (var part = last; part is not null; part = part.Before)
        {
            if (part.As == typeof(T) && ReferenceEquals(part.Of, comment))
            {
                return (T)part.Made;
            }
        }

        return null;
    }

    private sealed record Part(Comment Of, Type As, object Made, Part? Before);
}
