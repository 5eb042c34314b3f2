namespace BlogKit;

/// <summary>
/// A field of an application's own on a post: what another system kept beside it, or what the application's pages need. BlogKit keeps it
/// and shows it to no reader. Immutable.
/// </summary>
/// <param name="Name">The name, one line; several fields of a post may have the same.</param>
/// <param name="Value">The value, any text; may be empty.</param>
public sealed record PostField(string Name, string Value);
