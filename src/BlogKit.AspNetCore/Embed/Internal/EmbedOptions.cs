namespace BlogKit.AspNetCore.Internal;

/// <summary>Who may show discussions; the application sets it by <see cref="BlogKitWebOptions.EmbedOrigins"/>.</summary>
internal sealed class EmbedOptions
{
    public IList<string> Origins { get; } = [];

    public void Check(ICollection<string> failures)
    {
        if (!Origins.All(EmbedOrigins.IsOrigin))
        {
            failures.Add("BlogKitWebOptions.EmbedOrigins must be origins such as https://www.example.org, without a path.");
        }
    }
}
