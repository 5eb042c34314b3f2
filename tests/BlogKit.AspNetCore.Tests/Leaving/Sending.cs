namespace BlogKit.AspNetCore.Tests;

/// <summary>Something that somebody sends, again and again.</summary>
/// <param name="Route">Method and pattern of its endpoint, as the documents list it.</param>
/// <param name="Name">What is done.</param>
/// <param name="By">Who sends it.</param>
/// <param name="Make">A new request.</param>
internal sealed record Sending(string Route, string Name, Browser By, Func<HttpRequestMessage> Make)
{
    /// <summary>Whether the store is as before when it is done.</summary>
    public bool KeepsNothing { get; init; }

    /// <summary>Whether it is a page or an answer that is only read. Not all of them are there.</summary>
    public bool IsRead { get; init; }

    public override string ToString() => $"{Route} ({Name})";
}
