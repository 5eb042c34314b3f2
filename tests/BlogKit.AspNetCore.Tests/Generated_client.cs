using System.Net.Http.Json;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NJsonSchema.CodeGeneration.CSharp;
using NSwag.CodeGeneration.CSharp;

namespace BlogKit.AspNetCore.Tests;

/// <summary>What strangers' tools make of the document.</summary>
public sealed class Generated_client
{
    [Fact]
    public async Task A_strict_reader_finds_nothing_wrong_with_the_document()
    {
        await using var site = await DeskSite.StartAsync();
        using var client = site.Browse().Client;

        var read = Microsoft.OpenApi.OpenApiDocument.Parse(await client.GetStringAsync("/api/blog/openapi.json"), "json");

        read.Diagnostic!.Errors.Select(static e => $"{e.Pointer}: {e.Message}").Should().BeEmpty();
        read.Diagnostic.Warnings.Select(static e => $"{e.Pointer}: {e.Message}").Should().BeEmpty();
        read.Diagnostic.SpecificationVersion.Should().Be(Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_1);
    }

    [Fact]
    public async Task A_generated_client_compiles_lists_posts_and_comments()
    {
        await using var site = await DeskSite.StartAsync();
        using var http = site.Browse().Client;
        var assembly = Compile(await GenerateAsync(await http.GetStringAsync("/api/blog/openapi.json")));
        var client = Activator.CreateInstance(assembly.GetType("Generated.BlogKitClient", throwOnError: true)!, http)!;
        client.GetType().GetProperty("BaseUrl")!.SetValue(client, new Uri(site.Address, "/api/blog/").AbsoluteUri);

        var posts = await CallAsync(client, "ListPostsAsync");
        var comment = Activator.CreateInstance(assembly.GetType("Generated.NewComment", throwOnError: true)!)!;
        foreach (var (name, value) in ((string, string)[])[("Name", "Max"), ("Email", "max@example.org"), ("Body", "By a *generated* client")])
        {
            comment.GetType().GetProperty(name)!.SetValue(comment, value);
        }

        var submitted = await CallAsync(client, "SubmitCommentAsync", ("slug", site.Post.Slug.Value), ("body", comment));

        Get(((System.Collections.IEnumerable)Get(posts, "Items")!).Cast<object>().Single(), "Slug").Should().Be(site.Post.Slug.Value);
        Get(submitted, "Status").Should().Be("approved");
        (await http.GetFromJsonAsync<JsonElement>("/api/blog/posts/open-for-talk-and-more/comments")).GetRawText().Should().Contain("generated");
    }

    private static async Task<string> GenerateAsync(string json)
    {
        var settings = new CSharpClientGeneratorSettings { ClassName = "BlogKitClient" };
        settings.CSharpGeneratorSettings.Namespace = "Generated";
        settings.CSharpGeneratorSettings.JsonLibrary = CSharpJsonLibrary.SystemTextJson;
        settings.CSharpGeneratorSettings.GenerateNullableReferenceTypes = true;
        return new CSharpClientGenerator(await NSwag.OpenApiDocument.FromJsonAsync(json), settings).GenerateFile();
    }

    private static Assembly Compile(string source)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "GeneratedClient", [CSharpSyntaxTree.ParseText(source)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var binary = new MemoryStream();
        compilation.Emit(binary).Diagnostics.Where(static d => d.Severity is DiagnosticSeverity.Error).Select(static d => d.ToString()).Should().BeEmpty();
        binary.Position = 0;
        return new AssemblyLoadContext("client", isCollectible: true).LoadFromStream(binary);
    }

    private static async Task<object> CallAsync(object client, string name, params (string Name, object Value)[] arguments)
    {
        var method = client.GetType().GetMethods().Where(m => m.Name == name).MinBy(static m => m.GetParameters().Length)!;
        var values = method.GetParameters().Select(p => arguments.FirstOrDefault(a => a.Name == p.Name).Value).ToArray();
        var task = (Task)method.Invoke(client, values)!;
        await task;
        return Get(task, "Result")!;
    }

    private static object? Get(object target, string name) => target.GetType().GetProperty(name)!.GetValue(target);
}
