namespace BlogKit.Samples.Web.SampleBlog;

/// <summary>Where the blog is kept.</summary>
internal static class SampleDatabase
{
    public static string In(IConfiguration configuration) => configuration.GetConnectionString("Blog") ?? "Data Source=blog.db";
}
