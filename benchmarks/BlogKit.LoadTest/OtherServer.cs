namespace BlogKit.LoadTest;

/// <summary>A server that somebody else started, measured in a section of this run.</summary>
/// <param name="Section">The section.</param>
/// <param name="Address">
/// The page; in the section of comments the address of the form, whose query is sent as the fields of the form, with
/// <c>{name}</c>, <c>{email}</c> and <c>{text}</c> filled in.
/// </param>
/// <param name="Processes">The processes whose processor time counts as the server's.</param>
internal sealed record OtherServer(string Section, Uri Address, IReadOnlyList<int> Processes)
{
    /// <summary>Reads <c>SECTION=URL</c>.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static OtherServer Parse(string text, IReadOnlyList<int> processes) =>
        text.Split('=', 2) is [var section, var url] && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == "http"
            ? new OtherServer(section, address, processes)
            : throw new FormatException($"'{text}' is not SECTION=http://HOST:PORT/PATH.");
}
