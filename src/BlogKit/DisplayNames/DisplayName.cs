namespace BlogKit;

/// <summary>The name that a signed-in user, whom the application gives none that may be shown, chose in a blog.</summary>
/// <param name="BlogId">The blog: its authors' names are its own, so the names chosen in it are too.</param>
/// <param name="UserKey">The application's own key of the user, never shown.</param>
/// <param name="Name">The name shown with the comments they write from now on; comments keep the name they were written under.</param>
/// <param name="ChosenAt">When they chose it.</param>
public sealed record DisplayName(BlogId BlogId, string UserKey, string Name, DateTimeOffset ChosenAt);
