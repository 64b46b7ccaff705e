using System.Management.Automation;

namespace EcsTools.Session;

/// <summary>
/// Files that cmdlets write. They're written completely or not at all: first to a temporary file, which then replaces the old one.
/// </summary>
internal static class WholeFile
{
    /// <summary>Read and written by their owner only, as what may hold secrets should be.</summary>
    public const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const string Temporary = ".tmp";

    /// <summary>No write takes so long: a temporary file of this age is that of a process that was killed.</summary>
    private static readonly TimeSpan LongestWrite = TimeSpan.FromHours(1);

    /// <summary>The file that a path of PowerShell means.</summary>
    /// <exception cref="IOException">It means no file.</exception>
    public static string PathOf(PSCmdlet cmdlet, string path)
    {
        try
        {
            var file = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            return provider.Name == "FileSystem"
                ? file
                : throw new IOException($"'{path}' is in the {provider.Name} provider and isn't a file.");
        }
        catch (Exception e) when (e is SessionStateException or ProviderInvocationException or PSNotSupportedException)
        {
            throw new IOException(e.Message, e);
        }
    }

    /// <summary>Writes a file. One that is there keeps its mode, and a symbolic link stays one: what it points at is written.</summary>
    /// <param name="path">Which file.</param>
    /// <param name="content">All that is in it then.</param>
    /// <param name="replaces">Whether an existing file is replaced.</param>
    /// <exception cref="IOException">The file cannot be written. One that was there is as it was.</exception>
    public static void Write(string path, byte[] content, bool replaces = true) =>
        Write(path, file => file.Write(content), mode: null, replaces);

    /// <inheritdoc cref="Write(string, byte[], bool)"/>
    /// <param name="path">Which file.</param>
    /// <param name="write">Writes all that is in it then.</param>
    /// <param name="mode">The permissions of a new file; null for the usual ones.</param>
    /// <param name="replaces">Whether an existing file is replaced.</param>
    public static void Write(string path, Action<Stream> write, UnixFileMode? mode, bool replaces)
    {
        var target = new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : path;
        if (!replaces && File.Exists(target)) throw new IOException($"The file '{path}' already exists.");
        if (target.StartsWith("/dev/", StringComparison.Ordinal))
        {
            using var device = File.OpenWrite(target); // it takes what it is given, and stays
            write(device);
            return;
        }

        var beside = $"{target}.{Guid.NewGuid():N}{Temporary}";
        try
        {
            if (File.Exists(target))
            {
                // who may not write it may not replace it
                using var permission = new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
                if (!OperatingSystem.IsWindows()) mode = File.GetUnixFileMode(permission.SafeFileHandle);
            }

            using (var file = Create(beside, mode)) write(file);
            File.Move(beside, target, overwrite: replaces);
            DeleteLeftovers(new(target));
        }
        catch (Exception e)
        {
            // where its folder is missing, Delete would fail, with the name of the temporary file
            if (File.Exists(beside)) File.Delete(beside);
            if (e is not (IOException or UnauthorizedAccessException)) throw;
            throw new IOException(e.Message.Replace(beside, path, StringComparison.Ordinal), e);
        }
    }

    /// <summary>
    /// Deletes the temporary files of processes that were killed while they wrote a file. A link of such a name is deleted itself, and not
    /// followed.
    /// </summary>
    private static void DeleteLeftovers(FileInfo target)
    {
        try
        {
            var latest = DateTime.UtcNow - LongestWrite;
            foreach (var file in target.Directory!.EnumerateFiles($"*{Temporary}").Where(file =>
                IsBeside(file.Name, target.Name) && file.LastWriteTimeUtc < latest))
                file.Delete();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The file itself is written. Another user's stays, and so do all in a folder that can't be listed.
        }
    }

    private static bool IsBeside(string name, string target) =>
        name.Length > target.Length + Temporary.Length && name.StartsWith($"{target}.", StringComparison.Ordinal)
            && Guid.TryParseExact(name.AsSpan((target.Length + 1)..^Temporary.Length), "N", out _);

    private static FileStream Create(string path, UnixFileMode? mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows() && mode is not null) options.UnixCreateMode = mode & Private; // no others, not even for a moment
        var file = new FileStream(path, options);
        if (!OperatingSystem.IsWindows() && mode is { } whole) File.SetUnixFileMode(file.SafeFileHandle, whole);
        return file;
    }
}
