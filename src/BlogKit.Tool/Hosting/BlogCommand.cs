using System.CommandLine;
using System.Text.Json.Serialization.Metadata;

namespace BlogKit.CommandLine;

/// <summary>A command over one blog: finds the blog and the author who acts.</summary>
internal abstract class BlogCommand<TAnswer>(string name, string description, CommonOptions common, JsonTypeInfo<TAnswer> json)
    : HostCommand<TAnswer>(name, description, common, json)
    where TAnswer : notnull
{
    protected abstract Task<Result<TAnswer>> RunAsync(BlogSession session, ParseResult input, CancellationToken cancellationToken);

    protected sealed override async Task<Result<TAnswer>> RunAsync(
        BlogHost host, Terminal terminal, ParseResult input, CancellationToken cancellationToken)
    {
        var key = input.GetValue(Common.Blog)!;
        var blog = await host.Blogs.GetByKeyAsync(key, cancellationToken);
        if (!blog.Succeeded)
        {
            return BlogError.Of(
                ErrorKind.NotFound,
                ErrorCodes.BlogNotFound,
                "There is no blog '{key}' in '{file}'. 'blogkit init' creates one.",
                "--blog",
                ("key", key),
                ("file", host.Database));
        }

        var actor = Actor.System;
        if (input.GetValue(Common.As) is { } slug)
        {
            var author = await host.Authors.GetBySlugAsync(blog.Value.Id, slug, cancellationToken);
            if (!author.Succeeded)
            {
                return BlogError.Of(ErrorKind.NotFound, ErrorCodes.AuthorNotFound, "There is no author '{slug}'.", "--as", ("slug", slug));
            }

            actor = Actor.Author(author.Value);
        }

        return await RunAsync(new BlogSession(host, blog.Value, actor, terminal), input, cancellationToken);
    }
}
