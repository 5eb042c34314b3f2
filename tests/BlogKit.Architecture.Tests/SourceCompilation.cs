using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BlogKit.Architecture;

/// <summary>Sources as the compiler understands them, with what the tests run on as references.</summary>
internal static class SourceCompilation
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Collections.Immutable;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions s_options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);

    /// <summary>Compiles files; their trees are those that have a path.</summary>
    /// <param name="files">The files.</param>
    /// <param name="isCompiled">Whether an assembly, by its file name, is compiled here and therefore no reference.</param>
    public static CSharpCompilation Of(IEnumerable<string> files, Func<string, bool> isCompiled) =>
        Of(files.Select(static file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), s_options, file)), isCompiled);

    /// <summary>Compiles a text that uses the packages.</summary>
    /// <param name="source">The text.</param>
    public static CSharpCompilation Of(string source) =>
        Of([CSharpSyntaxTree.ParseText(source, s_options)], static _ => false);

    /// <summary>The trees of the files that were compiled.</summary>
    public static IEnumerable<SyntaxTree> TreesOfFiles(this CSharpCompilation compilation) =>
        compilation.SyntaxTrees.Where(static tree => tree.FilePath.Length > 0);

    private static CSharpCompilation Of(IEnumerable<SyntaxTree> trees, Func<string, bool> isCompiled)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !isCompiled(Path.GetFileName(path)))
            .Select(static path => MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create(
            "Sources",
            trees.Prepend(CSharpSyntaxTree.ParseText(Usings, s_options)),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
    }
}
