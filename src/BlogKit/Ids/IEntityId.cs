namespace BlogKit;

/// <summary>The members that every strongly typed identifier has; lets stores and serializers treat them alike.</summary>
/// <typeparam name="TSelf">The identifier itself.</typeparam>
public interface IEntityId<TSelf> : IParsable<TSelf>, IComparable<TSelf>
    where TSelf : struct, IEntityId<TSelf>
{
    /// <summary>The identifier as a <see cref="Guid"/>.</summary>
    Guid Value { get; }

    /// <summary>Wraps a <see cref="Guid"/>.</summary>
    static abstract TSelf From(Guid value);
}
