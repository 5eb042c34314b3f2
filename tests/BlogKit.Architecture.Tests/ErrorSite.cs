using System.Collections.Immutable;

namespace BlogKit.Architecture;

/// <summary>
/// A place in the source where an error is made, with what of it is written there. Texts that nobody can read from the source are null.
/// </summary>
/// <param name="Place">The file and the line.</param>
/// <param name="Codes">What the code may be.</param>
/// <param name="Templates">What the sentence may be.</param>
/// <param name="Fields">What the field may be; empty where none is given.</param>
/// <param name="Arguments">The names of the arguments.</param>
internal sealed record ErrorSite(
    string Place,
    ImmutableArray<string?> Codes,
    ImmutableArray<string?> Templates,
    ImmutableArray<string?> Fields,
    ImmutableArray<string> Arguments)
{
    /// <summary>The package whose source it is.</summary>
    public string Package => Place.Split('/')[0];
}
