namespace BlogKit;

/// <summary>A blog to be created, with the default settings; change them with <see cref="BlogService.UpdateAsync"/>.</summary>
/// <param name="Key">The short name by which the host refers to it: small ASCII letters, digits and hyphens, at most 50.</param>
/// <param name="Name">The name shown; at most 200 characters.</param>
public sealed record NewBlog(string Key, string Name);
