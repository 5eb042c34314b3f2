namespace BlogKit.AspNetCore.Internal;

/// <summary>Whose feed it is.</summary>
internal enum FeedScope
{
    Blog,
    Tag,
    Category,
    Author,
    Series,
    Thread,
    Comments,
}
