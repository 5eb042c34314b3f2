namespace BlogKit.AspNetCore.Internal;

/// <summary>Something that is kept until what it was made of changes.</summary>
internal interface IKept
{
    Sources MadeOf { get; }

    /// <summary>Something it was made of has changed. Called under <see cref="HeardChanges.Gate"/>.</summary>
    void Touch(BlogChange change);
}
