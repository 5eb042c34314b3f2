using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BlogKit.Architecture;

public sealed partial class DocumentationSampleTests
{
    private const string Preamble = """
        global using System;
        global using System.Collections.Generic;
        global using System.Collections.Immutable;
        global using System.IO;
        global using System.Linq;
        global using System.Security.Claims;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using BlogKit;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        global using Xunit;
        """;

    /// <summary>
    /// What a file of a web application may use without saying so: a whole program in the documents must name the rest, because it is
    /// copied as it stands.
    /// </summary>
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    /// <summary>The same for a program without a web server, which has less.</summary>
    private const string ConsoleUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    public static TheoryData<string, int> Samples
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var file in Files())
            {
                var count = Blocks(file).Length;
                for (var number = 1; number <= count; number++)
                {
                    data.Add(Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), number);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_in_the_documentation_compiles(string file, int number)
    {
        var source = Blocks(Repository.PathTo(file))[number - 1];

        Complaints(source, IsConsoleProgram(source) ? ConsoleUsings : IsWholeProgram(source) ? ImplicitUsings : Preamble)
            .Should().BeEmpty("this is what readers will copy:\n{0}", source);
    }

    /// <summary>No project of the solution has them: they are built from the packed packages, at the end of the run.</summary>
    [Theory]
    [InlineData(".ci/consumer/Program.cs", ConsoleUsings)]
    [InlineData(".ci/templates/Seed.cs", ImplicitUsings)]
    [InlineData("src/BlogKit.Templates/Content/blogkit/Program.cs", ImplicitUsings)]
    public void A_program_that_is_only_built_from_the_packages_compiles(string file, string usings) =>
        Complaints(File.ReadAllText(Repository.PathTo(file.Split('/'))), usings).Should().BeEmpty();

    [Fact]
    public void The_documentation_has_samples()
    {
        Samples.Should().HaveCountGreaterThan(5);
    }

    [GeneratedRegex(
        @"^```csharp[^\n]*\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Fence();

    private static IEnumerable<string> Complaints(string source, string usings)
    {
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);
        var tree = CSharpSyntaxTree.ParseText(source, options);
        var hasStatements = tree.GetCompilationUnitRoot().Members.Any(static m => m.IsKind(SyntaxKind.GlobalStatement));
        var compilation = CSharpCompilation.Create(
            "Sample",
            [CSharpSyntaxTree.ParseText(usings, options), tree],
            References(),
            new CSharpCompilationOptions(
                hasStatements ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable));
        return compilation.GetDiagnostics().Where(static d => d.Severity is DiagnosticSeverity.Error).Select(static d => d.ToString());
    }

    private static bool IsWholeProgram(string source) =>
        source.Contains("CreateBuilder(", StringComparison.Ordinal)
        && (source.Contains(".Run()", StringComparison.Ordinal) || source.Contains(".RunAsync()", StringComparison.Ordinal));

    private static bool IsConsoleProgram(string source) =>
        source.Contains("BuildServiceProvider()", StringComparison.Ordinal)
        || source.Contains("Host.CreateApplicationBuilder(", StringComparison.Ordinal);

    private static IEnumerable<string> Files() =>
        Directory.GetFiles(Repository.PathTo("docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Repository.PathTo("src"), "README.md", SearchOption.AllDirectories))
            .Append(Repository.PathTo("README.md"))
            .Where(File.Exists)
            .Order(StringComparer.Ordinal);

    private static ImmutableArray<string> Blocks(string file) =>
        [.. Fence().Matches(File.ReadAllText(file).ReplaceLineEndings("\n")).Select(static m => m.Groups["code"].Value)];

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(static path => MetadataReference.CreateFromFile(path));
}
