namespace BlogKit;

/// <summary>What a signed-in user of the application, whom it gives no name that may be shown, chose to be called in a blog.</summary>
/// <param name="BlogId">The blog: its authors' names are its own, so the names chosen in it are too.</param>
/// <param name="UserKey">The application's own key of the user, never shown.</param>
/// <param name="Name">The name shown with the comments they write from now on; comments keep the name they were written under.</param>
/// <param name="ChosenAt">When they chose it.</param>
public sealed record DisplayName(BlogId BlogId, string UserKey, string Name, DateTimeOffset ChosenAt);
